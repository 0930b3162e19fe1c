using ChatLineage.Answering;
using ChatLineage.Evaluation.Questions;

namespace ChatLineage.Evaluation.Judging;

/// <summary>Judges an answer by the words that it holds and by whether it abstains.</summary>
/// <remarks>
/// Comparison is by substring and without case, over the text with its citations. A crude judge: it credits the right word in a
/// wrong sentence. Whether sentences are supported is measured apart from it.
/// </remarks>
public static class Judge
{
    /// <summary>Judges the last answer of a conversation.</summary>
    public static Judgment Of(JudgedQuestion question, Answer answer)
    {
        var text = answer.Text;
        var abstained = answer.Abstained is not null;
        return new Judgment(
            [.. question.MustInclude.Where(group => !group.Any(word => Occurs(text, word)))],
            [.. question.MustNotInclude.Where(word => Occurs(text, word))],
            abstained == question.Abstain ? null : abstained);
    }

    private static bool Occurs(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
