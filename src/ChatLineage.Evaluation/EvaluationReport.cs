using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Measures;

namespace ChatLineage.Evaluation;

/// <summary>The results of a run, with the measures over all of them.</summary>
/// <param name="Results">The results, in the order of the questions.</param>
public sealed record EvaluationReport(ImmutableArray<QuestionResult> Results)
{
    /// <summary>The results by kind of question, in the order of the kinds' names.</summary>
    public ImmutableArray<KindResult> Kinds { get; } =
    [
        .. Results.GroupBy(result => result.Question.Kind)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new KindResult(group.Key, group.Count(result => result.Judgment.IsRight), group.Count())),
    ];

    /// <summary>The wrong answers.</summary>
    public ImmutableArray<QuestionResult> Failures { get; } = [.. Results.Where(result => !result.Judgment.IsRight)];

    /// <summary>How many answers are right.</summary>
    public int Right => Results.Length - Failures.Length;

    /// <summary>The share of right answers, 0 to 1.</summary>
    public double RightShare => Share(Right, Results.Length);

    /// <summary>Mean recall at five of the supporting entities, over the questions that name some; 1 when none does.</summary>
    public double RecallAt5 => Mean(Results.Select(result => result.RecallAt5));

    /// <summary>Mean reciprocal rank of the first supporting entity, over the questions that name some; 1 when none does.</summary>
    public double Mrr => Mean(Results.Select(result => result.ReciprocalRank));

    /// <summary>How many sentences cite something.</summary>
    public int CitedSentences => Sentences.Count(sentence => sentence.Cited);

    /// <summary>The share of cited sentences that cite nothing but sources of the evidence they rest on; 1 when none is cited.</summary>
    public double CitationPrecision => Share(Sentences.Count(sentence => sentence is { Cited: true, CitesItsEvidence: true }),
        CitedSentences);

    /// <summary>How many cited sentences their evidence does not support, by the grounding check.</summary>
    public int UnsupportedSentences => Sentences.Count(sentence => sentence.Unsupported is not null);

    /// <summary>How many sentences of real answers cite nothing. Remarks in brackets, «(Not legal advice.)», state nothing and are not
    /// counted.</summary>
    public int UncitedSentences => Results.Where(IsSubstantial).SelectMany(result => result.Sentences)
        .Count(sentence => !sentence.Cited && !sentence.IsRemark);

    /// <summary>Of the abstentions, the share that is right; 1 when there are none.</summary>
    public double AbstentionPrecision => Share(RightAbstentions, Abstentions);

    /// <summary>Of the questions that should not be answered, the share that was not; 1 when there are none.</summary>
    public double AbstentionRecall => Share(RightAbstentions, ShouldAbstain);

    /// <summary>How many answers abstain.</summary>
    public int Abstentions => Results.Count(result => result.Answer.Abstained is not null);

    /// <summary>How many questions should not be answered.</summary>
    public int ShouldAbstain => Results.Count(result => result.Question.Abstain);

    /// <summary>How many abstain that should.</summary>
    public int RightAbstentions => Results.Count(result => result.Question.Abstain && result.Answer.Abstained is not null);

    /// <summary>How many answers the given engine worded.</summary>
    public int WordedBy(Engine engine) => Results.Count(result => result.Answer.Engine == engine);

    /// <summary>A percentile of the latencies.</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    public TimeSpan Latency(double percent) => Percentile.Of([.. Results.Select(result => result.Latency)], percent);

    private IEnumerable<SentenceMeasure> Sentences => Results.SelectMany(result => result.Sentences);

    private static bool IsSubstantial(QuestionResult result) => result.Answer is { Abstained: null, Working: not null };

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static double Mean(IEnumerable<double?> values) => values.OfType<double>().DefaultIfEmpty(1).Average();
}
