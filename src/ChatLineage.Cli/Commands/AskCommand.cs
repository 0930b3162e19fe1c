using System.Collections.Immutable;
using System.CommandLine;
using ChatLineage.Answering;
using ChatLineage.Chat.Rendering;
using ChatLineage.Cli.Answers;
using ChatLineage.Cli.Answers.Json;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage ask "&lt;question&gt;"</c></summary>
internal sealed class AskCommand : Command
{
    private readonly Argument<string[]> _question = new("question") { Description = "The question, best in quotation marks.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = new("--json") { Description = "Print the answer as one JSON object; docs/json.md describes it." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Also say how the answer came about: queries, evidence, who worded it." };
    private readonly AnsweringOptions _answering = new();

    public AskCommand()
        : base("ask", "Answer one question.")
    {
        _question.Validators.Add(result =>
        {
            if (result.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("The question is empty. Write it in quotation marks: chatlineage ask \"What is Alpaca built on?\"");
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"'{option.Value}' is no option of 'ask'.");
        });
        Arguments.Add(_question);
        Options.Add(_json);
        Options.Add(_explain);
        _answering.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ProgramServices.ReadOptions();
        await using var services = ProgramServices.Create(options, _answering.Read(parsed, options));
        var screen = TerminalScreen.OfConsole();
        var answerer = await ProgramServices.OpenOnceAsync(services, screen.Notice, cancellationToken);
        var question = new Question(string.Join(' ', parsed.GetRequiredValue(_question)).Trim());
        var explain = parsed.GetValue(_explain);
        if (parsed.GetValue(_json))
        {
            var answer = await answerer.AnswerWholeAsync(question, cancellationToken);
            screen.WriteData(AnswerJson.Write(answer, explain));
        }
        else
        {
            await ShowAsync(screen, answerer, question, explain, cancellationToken);
        }

        return ExitCode.Done;
    }

    private static async Task ShowAsync(TerminalScreen screen, IAnswerer answerer, Question question, bool explain, CancellationToken cancellationToken)
    {
        var renderer = AnswerRenderer.For(TerminalPlatform.Abilities.Dialect);
        var reply = new TerminalReply(screen, () => { });
        var sentences = ImmutableArray<Sentence>.Empty;
        screen.ShowBusy();
        await foreach (var happened in answerer.AnswerAsync(question, cancellationToken))
        {
            if (happened is AnswerEvent.SentenceReady ready)
            {
                sentences = sentences.Add(ready.Sentence);
                await reply.ShowAsync(renderer.Render(sentences), cancellationToken);
            }
            else if (happened is AnswerEvent.Completed completed)
            {
                await reply.FinishAsync(renderer.Render(completed.Answer, TerminalPlatform.Abilities), cancellationToken);
                if (explain)
                    Explain(screen, completed.Answer);
            }
        }
    }

    private static void Explain(TerminalScreen screen, Answer answer)
    {
        screen.WriteLines("\nHow this answer came about:");
        foreach (var line in AnswerLines.Explanation(answer))
            screen.WriteLines("  " + line, "    ");
    }
}
