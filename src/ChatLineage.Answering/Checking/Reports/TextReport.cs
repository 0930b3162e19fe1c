using System.Collections.Immutable;
using System.Globalization;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Words a check for people to read in a terminal.</summary>
public static class TextReport
{
    /// <summary>The lines of the report: for each statement its verdict and place, the sentence, what holds; then the sources and a
    /// summary.</summary>
    /// <param name="check">The check.</param>
    /// <returns>Each line with the indent of its continuation, should it have to be wrapped.</returns>
    public static ImmutableArray<(string Text, string Indent)> Lines(TextCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var numbers = new SourceNumbers(check);
        var lines = ImmutableArray.CreateBuilder<(string Text, string Indent)>();
        CheckedStatement? before = null;
        foreach (var statement in check.Statements)
        {
            if (before is null || before.Place != statement.Place)
            {
                if (before is not null)
                    lines.Add(("", ""));
                lines.Add((string.Create(CultureInfo.InvariantCulture,
                    $"{statement.Place.Line}:{statement.Place.Column} “{statement.Sentence}”"), "  "));
            }

            lines.Add(($"  {VerdictWords.Of(statement).ToUpperInvariant()}: {statement.Statement}.", "    "));
            if (Holds(statement) is { Length: > 0 } holds)
                lines.Add(($"    {holds} {numbers.Cited(statement)}".TrimEnd(), "    "));
            before = statement;
        }

        if (numbers.All.Length > 0)
            lines.Add(("", ""));
        lines.AddRange(numbers.All.Select((source, at) =>
            (string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] {SourceNumbers.Line(source)}"), "    ")));
        if (before is not null)
            lines.Add(("", ""));
        lines.Add((VerdictWords.Summary(check), ""));
        return lines.DrainToImmutable();
    }

    /// <summary>What holds, with words that say what it is; empty when nothing does.</summary>
    internal static string Holds(CheckedStatement statement) => statement switch
    {
        { Holds: "" } => "",
        { Verdict: StatementVerdict.NotRecorded } => "The notes do record this: " + statement.Holds,
        { Verdict: StatementVerdict.Contradicted } => "The notes say: " + statement.Holds,
        _ => statement.Holds,
    };
}
