using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLineage.Evaluation.Baselines;

/// <summary>What a run reached before, kept in a file under version control.</summary>
/// <param name="Questions">How many questions the run had.</param>
/// <param name="Right">The ids of those answered right, in order.</param>
/// <param name="RecallAt5">Mean recall at five.</param>
/// <param name="Mrr">Mean reciprocal rank.</param>
/// <param name="CitationPrecision">The citation precision.</param>
/// <param name="UnsupportedSentences">How many sentences were not supported.</param>
/// <param name="UncitedSentences">How many sentences of answers cited nothing though they state a fact.</param>
public sealed record Baseline(
    int Questions, ImmutableArray<string> Right, double RecallAt5, double Mrr, double CitationPrecision, int UnsupportedSentences,
        int UncitedSentences)
{
    private const int Digits = 4;

    private static readonly BaselineJsonContext Json = new(new JsonSerializerOptions(BaselineJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The baseline of a run.</summary>
    public static Baseline Of(EvaluationReport report) => new(
        report.Results.Length,
        [.. report.Results.Where(result => result.Judgment.IsRight).Select(result => result.Question.Id).Order(StringComparer.Ordinal)],
        Math.Round(report.RecallAt5, Digits),
        Math.Round(report.Mrr, Digits),
        Math.Round(report.CitationPrecision, Digits),
        report.UnsupportedSentences,
        report.UncitedSentences);

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">The file is missing or no baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllText(path), Json.Baseline);
            return read is { Right.IsDefault: false } ? read
                : throw new BaselineException($"'{path}' is no baseline: 'right' is missing. Write a new one with --save-baseline.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BaselineException($"The baseline '{path}' cannot be read: {wrong.Message} Write a new one with --save-baseline.",
                wrong);
        }
    }

    /// <summary>Writes the baseline.</summary>
    /// <exception cref="BaselineException">The file cannot be written.</exception>
    public void Write(string path)
    {
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(this, Json.Baseline).ReplaceLineEndings("\n") + "\n");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new BaselineException($"The baseline cannot be written to '{path}': {wrong.Message} Name a file in a folder that exists.",
                wrong);
        }
    }

    /// <summary>What is worse in a run than here, in words; empty when nothing is.</summary>
    /// <remarks>Measures over the whole set are compared only when the run has as many questions. Latency depends on the machine and is not
    /// compared.</remarks>
    public ImmutableArray<string> Regressions(EvaluationReport report)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var right = Right.ToHashSet(StringComparer.Ordinal);
        found.AddRange(report.Failures.Where(result => right.Contains(result.Question.Id))
            .Select(result => $"'{result.Question.Id}' was right in the baseline and is wrong now"));
        if (report.Results.Length != Questions)
            return found.DrainToImmutable();
        Compare(found, "recall@5", RecallAt5, report.RecallAt5);
        Compare(found, "MRR", Mrr, report.Mrr);
        Compare(found, "citation precision", CitationPrecision, report.CitationPrecision);
        if (report.UnsupportedSentences > UnsupportedSentences)
            found.Add(
                FormattableString.Invariant($"unsupported sentences rose from {UnsupportedSentences} to {report.UnsupportedSentences}"));
        if (report.UncitedSentences > UncitedSentences)
            found.Add(
                FormattableString.Invariant($"sentences without a citation rose from {UncitedSentences} to {report.UncitedSentences}"));
        return found.DrainToImmutable();
    }

    private static void Compare(ImmutableArray<string>.Builder found, string measure, double before, double now)
    {
        const double Noise = 0.005;
        if (now < before - Noise)
            found.Add(FormattableString.Invariant($"{measure} fell from {before:0.000} to {now:0.000}"));
    }
}
