using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLineage.Answering;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Cli.Answers.Json;

/// <summary>Writes an answer as JSON.</summary>
internal static class AnswerJson
{
    /// <summary>The version of the format; it changes only if a field must change its meaning.</summary>
    public const int Version = 1;

    // Names and apostrophes stay readable. The text goes to a terminal or a file, never into a web page as it is.
    private static readonly AnswerJsonContext Context = new(new JsonSerializerOptions(AnswerJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The answer as one indented object.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="explain">True to say what each stage did.</param>
    public static string Write(Answer answer, bool explain) => JsonSerializer.Serialize(Document(answer, explain), Context.AnswerDocument);

    private static AnswerDocument Document(Answer answer, bool explain) => new(
        Version,
        answer.Question,
        answer.Text,
        answer.Abstained is not null,
        answer.Abstained is { } reason ? Camel(reason.ToString()) : null,
        [.. answer.Sentences.Select(sentence => new SentenceDocument(sentence.Text, sentence.Citations))],
        [.. answer.Citations.Select(Citation)],
        [.. answer.Conflicts.Select(Conflict)],
        [.. answer.Entities.Select(Entity)],
        [.. answer.Named.Select(Entity)],
        answer.Queries,
        answer.Working is { } working ? [.. working.Lines.Select(line => line.Text)] : answer.Evidence,
        Camel(answer.Engine.ToString()),
        answer.Model,
        answer.PromptHash,
        answer.Timings is { } timings
            ? new TimingsDocument(Ms(timings.Understanding), Ms(timings.Evidence), Ms(timings.Draft), Ms(timings.Total))
            : null,
        explain ? AnswerLines.Explanation(answer) : null);

    private static CitationDocument Citation(Citation citation) => new(
        citation.Number,
        citation.Source.Id,
        citation.Source.Title,
        citation.Source.Publisher,
        citation.Source.Url,
        citation.Source.Published?.ToString(),
        Camel(citation.Source.Kind.ToString()));

    private static ConflictDocument Conflict(Conflict conflict) => new(
        conflict.Subject.Id,
        conflict.Predicate.Id,
        conflict.Aspect,
        Side(conflict.First),
        Side(conflict.Second),
        Camel(conflict.Verdict.ToString()),
        conflict.Because);

    private static ConflictSideDocument Side(ConflictSide side) => new(side.Value, [.. side.Sources.Select(source => source.Id)]);

    private static EntityDocument Entity(Entity entity) => new(entity.Id, entity.Name, entity.Kind.Word());

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
