using System.Globalization;
using System.Text;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Writes a check as a Markdown table with its sources below.</summary>
public static class MarkdownReport
{
    /// <summary>The report: a table, the numbered sources and a summary.</summary>
    /// <param name="check">The check.</param>
    public static string Write(TextCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var numbers = new SourceNumbers(check);
        var text = new StringBuilder();
        if (check.Statements.Length > 0)
            text.Append("| place | sentence | statement | verdict | what the notes say |\n| --- | --- | --- | --- | --- |\n");
        foreach (var statement in check.Statements)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {statement.Place.Line}:{statement.Place.Column} | {Cell(statement.Sentence)} | {Cell(statement.Statement)} | {VerdictWords.Of(statement)} | {Cell(statement.Holds)}")
                .Append(numbers.Cited(statement) is { Length: > 0 } cited ? " " + Cell(cited) : "").Append(" |\n");
        }

        if (numbers.All.Length > 0)
            text.Append('\n');
        foreach (var (at, source) in numbers.All.Index())
            text.Append(CultureInfo.InvariantCulture, $"{at + 1}. {Cell(SourceNumbers.Line(source))}\n");
        if (check.Statements.Length > 0)
            text.Append('\n');
        return text.Append(VerdictWords.Summary(check)).ToString();
    }

    // A sentence of somebody else's text must not become markup.
    private static string Cell(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '\\' or '#')
                safe.Append('\\');
            safe.Append(sign is '\n' or '\r' ? ' ' : sign);
        }

        return safe.ToString();
    }
}
