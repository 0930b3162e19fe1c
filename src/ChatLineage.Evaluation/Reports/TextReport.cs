using System.Globalization;
using ChatLineage.Answering;

namespace ChatLineage.Evaluation.Reports;

/// <summary>Writes a report for people: results by kind, measures, and every wrong answer with what is wrong about it.</summary>
public static class TextReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, EvaluationReport report)
    {
        Failures(output, report);
        Kinds(output, report);
        Line(output, $"right       {report.Right} of {report.Results.Length} ({report.RightShare * 100:0.0}%)");
        Line(output, $"search      recall@5 {report.RecallAt5:0.000}, MRR {report.Mrr:0.000}");
        var faults = $"{report.UnsupportedSentences} not supported, {report.UncitedSentences} without a citation";
        Line(output, $"citations   precision {report.CitationPrecision:0.000} over {report.CitedSentences} cited sentences; {faults}");
        var precision = $"({report.RightAbstentions} of {report.Abstentions})";
        var recall = $"({report.RightAbstentions} of {report.ShouldAbstain})";
        Line(output, $"abstention  precision {report.AbstentionPrecision:0.000} {precision}, recall {report.AbstentionRecall:0.000} {recall}");
        Line(output, $"worded by   composer {report.WordedBy(Engine.Composer)}, model {report.WordedBy(Engine.Model)}");
        Line(output, $"latency     p50 {report.Latency(50).TotalMilliseconds:0.0} ms, p95 {report.Latency(95).TotalMilliseconds:0.0} ms");
    }

    private static void Kinds(TextWriter output, EvaluationReport report)
    {
        var width = report.Kinds.Max(kind => kind.Kind.Length);
        foreach (var kind in report.Kinds)
        {
            var wrong = kind.Right < kind.Total ? $"  {kind.Total - kind.Right} wrong" : "";
            Line(output, $"{kind.Kind.PadRight(width)}  {kind.Right,3} of {kind.Total,3}{wrong}");
        }

        output.WriteLine();
    }

    private static void Failures(TextWriter output, EvaluationReport report)
    {
        foreach (var result in report.Failures)
        {
            Line(output, $"WRONG {result.Question.Id}");
            Line(output, $"  question  {string.Join(" / ", result.Question.Turns)}");
            Line(output, $"  answer    {result.Answer.Text}");
            if (result.Judgment.WrongAbstention is { } abstained)
                Line(output, $"  abstains  {(abstained ? $"and should answer ({result.Answer.Abstained})" : "not, and should")}");
            foreach (var group in result.Judgment.Missing)
                Line(output, $"  missing   {string.Join(" | ", group)}");
            foreach (var word in result.Judgment.Forbidden)
                Line(output, $"  says      {word}, and must not");
            output.WriteLine();
        }
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
