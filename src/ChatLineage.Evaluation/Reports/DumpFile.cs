using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Reports.Json;

namespace ChatLineage.Evaluation.Reports;

/// <summary>Writes how each answer came about, one JSON object a line: evidence, prompt, draft, verdicts, text.</summary>
public static class DumpFile
{
    private static readonly DumpJsonContext Json = new(new JsonSerializerOptions(DumpJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The line of one question, without a line break.</summary>
    public static string Line(QuestionResult result)
    {
        var working = result.Answer.Working ?? new Working();
        return JsonSerializer.Serialize(
            new DumpDocument(
                result.Question.Id,
                result.Answer.Question,
                result.Answer.Queries,
                [.. working.Lines.Select((line, at) => new EvidenceDocument(
                    at + 1, line.Text, [.. line.Sources.Select(source => source.Id)], [.. line.Claims.Select(claim => claim.ToString())]))],
                working.Prompt,
                working.Draft,
                [.. working.Checks.Select(check => new CheckDocument(
                    check.Text, check.Engine == Engine.Model ? "model" : "composer", check.Lines, check.Withheld is null, check.Withheld))],
                result.Answer.Text),
            Json.DumpDocument);
    }
}
