using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Storage;
using ChatLineage.Cli.Answers;

namespace ChatLineage.Cli.Terminal;

/// <summary>The commands of the terminal chat: lines that begin with a slash.</summary>
/// <param name="screen">Where the output goes.</param>
/// <param name="conversations">What was answered.</param>
/// <param name="drawLineage">Draws the lineage of a name, or says in a <see cref="CommandException"/> why it cannot.</param>
internal sealed class TerminalCommands(TerminalScreen screen, IChatStore conversations, Func<string, string> drawLineage)
{
    private const string Help = """
        Ask about models, datasets, tools, people and licences of open-source AI.
          /sources         the sources of the last answer
          /why             the evidence of the last answer, and how it came about
          /graph <name>    what something comes from and what was made out of it
          /help            this list
          /quit            leave (also: Ctrl-D)
        Ctrl-C stops an answer.
        """;

    private const string Indent = "    ";

    /// <summary>Runs a line.</summary>
    /// <param name="line">The line, beginning with a slash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<CommandOutcome> RunAsync(string line, CancellationToken cancellationToken)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var name = (space < 0 ? line : line[..space]).ToLowerInvariant();
        var argument = space < 0 ? "" : line[space..].Trim();
        switch (name)
        {
            case "/quit" or "/exit":
                return CommandOutcome.Leave;
            case "/help":
                screen.WriteLines(Help);
                break;
            case "/sources":
                Show(await LastAsync(cancellationToken), AnswerLines.Sources);
                break;
            case "/why":
                Show(await LastAsync(cancellationToken), AnswerLines.Explanation);
                break;
            case "/graph":
                ShowGraph(argument, await LastAsync(cancellationToken));
                break;
            default:
                screen.Notice($"There is no command '{name}'. /help lists the commands; a question needs no slash.");
                break;
        }

        return CommandOutcome.Stay;
    }

    private async ValueTask<Answer?> LastAsync(CancellationToken cancellationToken)
    {
        var turns = await conversations.ReadTurnsAsync(TerminalPlatform.Conversation, cancellationToken);
        return turns.IsEmpty ? null : turns[^1].Answer;
    }

    private void Show(Answer? answer, Func<Answer, ImmutableArray<string>> lines)
    {
        if (answer is null)
        {
            screen.Notice("Nothing was answered yet. Ask something first.");
            return;
        }

        foreach (var line in lines(answer))
            screen.WriteLines(line, Indent);
        screen.WriteLines("");
    }

    private void ShowGraph(string name, Answer? last)
    {
        var wanted = name.Length > 0 ? name : last?.Entities.FirstOrDefault()?.Name;
        if (wanted is null)
        {
            screen.Notice("Name what to show: /graph StableVicuna.");
            return;
        }

        try
        {
            screen.WriteData(drawLineage(wanted) + Environment.NewLine);
        }
        catch (CommandException unclear)
        {
            screen.Notice(unclear.Message);
        }
    }
}
