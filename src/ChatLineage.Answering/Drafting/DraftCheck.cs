using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Drafting;

/// <summary>Judges a whole draft against what the program knows the answer to be.</summary>
public static class DraftCheck
{
    /// <summary>Judges a draft whose sentences have passed the grounding check.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="expected">What any wording must say.</param>
    /// <param name="hasResult">True when the program has an answer, so that an abstention is wrong.</param>
    public static DraftVerdict Judge(Draft draft, Expectation expected, bool hasResult)
    {
        if (draft.Abstains)
            return hasResult ? Refused("it abstains although there is an answer") : Accepted;
        if (draft.Kept.IsEmpty)
            return Refused("no sentence of it is supported");
        if (expected.Polarity is { } polarity && Opening(draft.Kept[0].Text) != polarity)
            return Refused(polarity ? "it does not start with yes" : "it does not start with no");
        var text = string.Join(' ', draft.Kept.Select(sentence => sentence.Text));
        foreach (var group in expected.MustState)
        {
            if (!States(text, group))
                return Refused($"it does not state {string.Join(" or ", group.Take(3))}");
        }

        return Accepted;
    }

    private static DraftVerdict Accepted { get; } = new(true, "accepted");

    private static bool? Opening(string sentence) =>
        sentence.StartsWith("yes", StringComparison.OrdinalIgnoreCase) ? true
        : sentence.StartsWith("no", StringComparison.OrdinalIgnoreCase) ? false : null;

    private static bool States(string text, ImmutableArray<string> alternatives) =>
        alternatives.Any(alternative => text.Contains(alternative, StringComparison.OrdinalIgnoreCase));

    private static DraftVerdict Refused(string reason) => new(false, reason);
}
