using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Judging;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Evaluation.Questions;

namespace ChatLineage.Evaluation;

/// <summary>What became of one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer to its last turn.</param>
/// <param name="Judgment">What is wrong with it.</param>
/// <param name="Sentences">The measures of its sentences.</param>
/// <param name="Latency">How long the last turn took, as the asker waits.</param>
public sealed record QuestionResult(
    JudgedQuestion Question, Answer Answer, Judgment Judgment, ImmutableArray<SentenceMeasure> Sentences, TimeSpan Latency)
{
    /// <summary>The ids of the entities of the answer, best first.</summary>
    public ImmutableArray<string> Ranking { get; } = Ranks.Of(Answer);

    /// <summary>Recall at five of the supporting entities; null when the question names none, or should not be answered.</summary>
    public double? RecallAt5 => Question.Abstain ? null : Ranks.RecallAtK(Ranking, Question.SupportingEntities);

    /// <summary>Reciprocal rank of the first supporting entity; null when the question names none, or should not be answered.</summary>
    public double? ReciprocalRank => Question.Abstain ? null : Ranks.ReciprocalRank(Ranking, Question.SupportingEntities);
}
