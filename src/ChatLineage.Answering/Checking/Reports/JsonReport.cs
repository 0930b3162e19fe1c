using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Writes a check as JSON; docs/json.md describes it.</summary>
public static class JsonReport
{
    /// <summary>The version of the format; it changes only if a field must change its meaning.</summary>
    public const int Version = 1;

    // The text goes to a terminal or a file, never into a web page as it is.
    private static readonly CheckJsonContext Context = new(new JsonSerializerOptions(CheckJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The check as one indented object.</summary>
    /// <param name="check">The check.</param>
    public static string Write(TextCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return JsonSerializer.Serialize(
            new CheckDocument(
                Version,
                check.Sentences,
                new CheckDocument.Counts(check.Count(StatementVerdict.Supported), check.Count(StatementVerdict.Contradicted),
                    check.Count(StatementVerdict.Disputed), check.Count(StatementVerdict.NotRecorded)),
                [.. check.Statements.Select(Statement)]),
            Context.CheckDocument);
    }

    private static CheckDocument.Statement Statement(CheckedStatement statement) => new(
        statement.Place.Line,
        statement.Place.Column,
        statement.Place.Offset,
        statement.Place.Length,
        statement.Sentence,
        statement.Statement,
        statement.Subject?.Id,
        statement.Relation,
        statement.Value,
        VerdictWords.Of(statement.Verdict),
        statement.InPart,
        statement.Holds,
        [.. statement.Sources.Select(source => new CheckDocument.Source(source.Id, source.Title, source.Publisher, source.Url,
            source.Published?.ToString()))]);
}
