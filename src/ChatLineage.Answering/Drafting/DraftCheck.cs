using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Drafting;

/// <summary>Judges a whole draft against what the program knows the answer to be.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
public static class DraftCheck
{
    private static readonly string[] Noes = ["no", "not", "nope", "none", "never", "neither"];

    private static DraftVerdict Accepted { get; } = new(true, "accepted");

    /// <summary>Judges a draft whose sentences have passed the grounding check.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="expected">What any wording must say.</param>
    /// <param name="hasResult">True when the program has an answer, so that an abstention is wrong.</param>
    public static DraftVerdict Judge(Draft draft, Expectation expected, bool hasResult)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(expected);
        if (draft.Abstains)
            return hasResult ? Refused("it abstains although there is an answer") : Accepted;
        if (draft.Kept.IsEmpty)
            return Refused("no sentence of it is supported");
        if (expected.Polarity is { } polarity && Opening(draft.Kept[0].Text) != polarity)
            return Refused(polarity ? "it does not start with yes" : "it does not start with no");
        if (expected.LeadLines > 0 && !draft.Kept[0].Lines.Any(line => line <= expected.LeadLines))
            return Refused("its first sentence rests on other facts than the answer does");
        var text = new StatedText(string.Join(' ', draft.Kept.Select(sentence => sentence.Text)));
        foreach (var group in expected.MustState)
        {
            if (!group.Any(text.States))
                return Refused($"it does not state {string.Join(" or ", group.Take(3))}");
        }

        return Accepted;
    }

    /// <summary>True for a sentence that starts with yes, false for one that starts with no; null otherwise.</summary>
    private static bool? Opening(string sentence)
    {
        var word = string.Concat(sentence.TakeWhile(char.IsLetter)).ToLowerInvariant();
        return word == "yes" ? true : Noes.Contains(word) ? false : null;
    }

    private static DraftVerdict Refused(string reason) => new(false, reason);
}
