using System.Text;

namespace ChatLineage.Knowledge.Lint.Reports;

/// <summary>Writes findings as a good compiler does: rule, place, the line itself with what offends marked, and the fix.</summary>
/// <param name="output">Where to write.</param>
/// <param name="colours">True to colour by ANSI escapes.</param>
/// <param name="shownFolder">What to write before each path, such as <c>knowledge</c>.</param>
/// <param name="line">Gives a line of a file (path relative to the folder, line from 1); null when it cannot be read.</param>
public sealed class TextReport(TextWriter output, bool colours, string shownFolder, Func<string, int, string?> line)
{
    private const int WidestLine = 160;
    private const string Bold = "1";
    private const string Red = "1;31";
    private const string Yellow = "1;33";
    private const string Blue = "1;34";
    private const string Green = "1;32";

    /// <summary>Writes all findings and a summary.</summary>
    public void Write(LintReport report)
    {
        foreach (var finding in report.Findings)
            Write(finding);
        var notes =
            $"{report.Knowledge.Entities.Length} notes, {report.Knowledge.Claims.Length} claims, {report.Knowledge.Sources.Count} sources";
        output.WriteLine(report.Findings.IsEmpty
            ? $"{Paint(Green, "ok")}: {notes}; nothing to report"
            : $"{Count(report.Errors, "error")} and {Count(report.Warnings, "warning")} in {notes}; docs/diagnostics.md explains each rule");
    }

    private void Write(Finding finding)
    {
        var (word, colour) = finding.Rule.Severity == Severity.Error ? ("error", Red) : ("warning", Yellow);
        output.WriteLine($"{Paint(colour, $"{word}[{finding.Rule.Id}]")}{Paint(Bold, ": " + Safe(finding.Message))}");
        var number = finding.At.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        output.WriteLine($"{margin}{Paint(Blue, "-->")} {Path.Combine(shownFolder, finding.Path)}:{finding.At.Line}:{finding.At.Column}");
        if (line(finding.Path, finding.At.Line) is { Length: > 0 } text)
        {
            var (shown, caret) = Excerpt(Safe(text), finding);
            output.WriteLine($"{margin} {Paint(Blue, "|")}");
            output.WriteLine($"{Paint(Blue, number + " |")} {shown}");
            output.WriteLine($"{margin} {Paint(Blue, "|")} {Paint(colour, caret)}");
        }

        output.WriteLine($"{margin} {Paint(Blue, "=")} {Paint(Bold, "fix:")} {Safe(finding.Fix)}");
        output.WriteLine();
    }

    private static (string Shown, string Caret) Excerpt(string text, Finding finding)
    {
        var column = Math.Clamp(finding.At.Column - 1, 0, text.Length);
        var width = Math.Max(1, Marked(text, column, finding.Value));
        var from = column > WidestLine / 2 ? column - (WidestLine / 4) : 0;
        var shown = text.Length - from > WidestLine ? string.Concat(text.AsSpan(from, WidestLine), "…") : text[from..];
        if (from > 0)
            shown = "…" + shown[1..];
        return (shown, new string(' ', column - from) + new string('^', Math.Min(width, WidestLine - (column - from))));
    }

    private static int Marked(string text, int column, string? value)
    {
        var rest = text.AsSpan(column);
        if (value is not null && rest.TrimStart("'\"[^").StartsWith(value, StringComparison.Ordinal))
            return rest.IndexOf(value, StringComparison.Ordinal) + value.Length;
        var end = rest.IndexOfAny(",]}:");
        return (end < 0 ? rest.TrimEnd() : rest[..end].TrimEnd()).Length;
    }

    // Notes are data: what they hold must not move the cursor or colour the terminal.
    private static string Safe(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var sign in text)
            safe.Append(sign == '\t' ? ' ' : char.IsControl(sign) ? '\uFFFD' : sign);
        return safe.ToString();
    }

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";

    private string Paint(string colour, string text) => colours ? $"\u001b[{colour}m{text}\u001b[0m" : text;
}
