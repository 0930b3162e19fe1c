using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ChatLineage.Cli.Composition;
using ChatLineage.Evaluation;
using ChatLineage.Evaluation.Baselines;
using ChatLineage.Evaluation.Questions;
using ChatLineage.Evaluation.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage eval &lt;questions&gt;</c></summary>
internal sealed class EvalCommand : Command
{
    // Enough for the runtime to compile what every question needs; a model is loaded by the first.
    private const int WarmUpWithoutModel = 50;

    private readonly Argument<string> _questions = new("questions") { Description = "A .jsonl file, or a folder of them (tests/questions/README.md describes the format)." };
    private readonly Option<string> _format = new("--format") { Description = "How to write the report.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _dump = new("--dump") { Description = "Write how each answer came about to a file, one JSON object a line.", HelpName = "file" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Fail when anything is worse than in this file.", HelpName = "file" };
    private readonly Option<string?> _save = new("--save-baseline") { Description = "Write what this run reached to a file, for later runs.", HelpName = "file" };
    private readonly Option<double?> _floor = new("--floor") { Description = "Fail when less than this percentage is right, 0 to 100.", HelpName = "percent" };
    private readonly AnsweringOptions _answering = new();

    public EvalCommand()
        : base("eval", "Judge the answers to a set of questions.")
    {
        _format.AcceptOnlyFromAmong("text", "json");
        _floor.Validators.Add(result =>
        {
            if (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) || percent is not (>= 0 and <= 100))
                result.AddError($"--floor is '{result.Tokens[0].Value}'; give a percentage from 0 to 100.");
        });
        Arguments.Add(_questions);
        foreach (var option in new Option[] { _format, _dump, _baseline, _save, _floor })
            Options.Add(option);
        _answering.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ProgramServices.ReadOptions();
        var choices = _answering.Read(parsed, options);
        var questions = QuestionFiles.Read(parsed.GetRequiredValue(_questions));
        var baseline = parsed.GetValue(_baseline) is { } path ? Baseline.Read(path) : null;
        await using var services = ProgramServices.Create(options, choices);
        var answerer = await ProgramServices.OpenOnceAsync(services, Console.Error.WriteLine, cancellationToken);
        var evaluator = new Evaluator(answerer, services.GetRequiredService<TimeProvider>());
        await evaluator.WarmUpAsync(questions.Take(choices.NoModel ? WarmUpWithoutModel : 1), cancellationToken);
        using var dump = parsed.GetValue(_dump) is { } file ? OpenDump(file) : null;
        var report = await evaluator.RunAsync(questions, new EvalProgress(questions.Length, dump), cancellationToken);
        var regressions = baseline?.Regressions(report);
        if (parsed.GetValue(_format) == "json")
            Console.Out.WriteLine(JsonReport.Write(report, regressions));
        else
            TextReport.Write(Console.Out, report);
        if (parsed.GetValue(_save) is { } save)
            Baseline.Of(report).Write(save);
        return Verdict(report, regressions ?? [], parsed.GetValue(_floor));
    }

    private static int Verdict(EvaluationReport report, ImmutableArray<string> regressions, double? floor)
    {
        foreach (var regression in regressions)
            Console.Error.WriteLine($"Worse than the baseline: {regression}.");
        var below = floor is { } percent && report.RightShare * 100 < percent;
        if (below)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.RightShare * 100:0.0}% are right, less than the floor of {floor}%."));
        return below || !regressions.IsEmpty ? ExitCode.Failed : ExitCode.Done;
    }

    private static StreamWriter OpenDump(string path)
    {
        try
        {
            return new StreamWriter(path) { NewLine = "\n" };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The dump cannot be written to '{path}': {wrong.Message} Name a file in a folder that exists.", wrong);
        }
    }
}
