using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Reports.Json;

namespace ChatLineage.Evaluation.Reports;

/// <summary>Writes a report for programs; <c>docs/json.md</c> documents the fields.</summary>
public static class JsonReport
{
    private const int Version = 1;

    private static readonly ReportJsonContext Json = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The report as one indented object.</summary>
    /// <param name="report">The report.</param>
    /// <param name="regressions">What is worse than the baseline; null when none was given.</param>
    public static string Write(EvaluationReport report, ImmutableArray<string>? regressions) => JsonSerializer.Serialize(
        new ReportDocument(
            Version,
            Summary(report),
            [.. report.Kinds.Select(kind => new KindDocument(kind.Kind, kind.Right, kind.Total))],
            regressions,
            [.. report.Results.Select(Question)]),
        Json.ReportDocument);

    private static SummaryDocument Summary(EvaluationReport report) => new(
        report.Results.Length,
        report.Right,
        report.RightShare,
        report.RecallAt5,
        report.Mrr,
        report.CitedSentences,
        report.CitationPrecision,
        report.UnsupportedSentences,
        report.UncitedSentences,
        report.AbstentionPrecision,
        report.AbstentionRecall,
        report.WordedBy(Engine.Composer),
        report.WordedBy(Engine.Model),
        Ms(report.Latency(50)),
        Ms(report.Latency(95)));

    private static QuestionDocument Question(QuestionResult result) => new(
        result.Question.Id,
        result.Question.Kind,
        result.Question.Turns,
        result.Answer.Text,
        result.Answer.Abstained is not null,
        result.Answer.Abstained is { } reason ? Camel(reason.ToString()) : null,
        result.Judgment.IsRight,
        result.Judgment.Missing,
        result.Judgment.Forbidden,
        [.. result.Answer.Citations.Select(citation => new SourceDocument(
            citation.Number, citation.Source.Id, citation.Source.Title, citation.Source.Publisher, citation.Source.Url,
                citation.Source.Published?.ToString()))],
        result.Ranking,
        result.RecallAt5,
        result.ReciprocalRank,
        [.. result.Sentences.Where(sentence => sentence.Unsupported is not null)
            .Select(sentence => new UnsupportedDocument(sentence.Text, sentence.Unsupported!))],
        Camel(result.Answer.Engine.ToString()),
        result.Answer.Model,
        Timings(result));

    private static TimesDocument Timings(QuestionResult result) => new(
        Ms(result.Answer.Timings?.Understanding ?? TimeSpan.Zero),
        Ms(result.Answer.Timings?.Evidence ?? TimeSpan.Zero),
        Ms(result.Answer.Timings?.Draft ?? TimeSpan.Zero),
        Ms(result.Latency));

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
