using System.Collections.Immutable;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>Tells questions that want yes or no, and statements that want to be confirmed, from those that ask for something.</summary>
internal static class YesNo
{
    private static readonly string[] Auxiliaries =
        ["is", "are", "was", "were", "does", "do", "did", "can", "could", "may", "has", "have", "had", "should", "will", "would", "am",
            "isn", "wasn", "aren", "doesn", "didn", "isnt", "doesnt", "arent", "wasnt", "didnt"];

    /// <summary>True when yes or no is wanted.</summary>
    public static bool IsAsked(ImmutableArray<Term> terms, ImmutableArray<CueHit> cues, bool dated, string text)
    {
        var words = terms.Select(term => term.Word).ToList();
        if (words.Count == 0)
            return false;
        if (words[0] is { } first && (Auxiliaries.Contains(first) || first is "so" && words.Count > 1 && words[1] is { } second
            && Auxiliaries.Contains(second)))
            return true;
        // «was it Stability who published that» wants yes or no although it holds «who».
        for (var i = 0; i + 2 < terms.Length; i++)
        {
            if ((terms[i].Word is "was" or "is" or "were") && terms[i + 1].Word is "it" && terms[i + 2].Mention is not null)
                return true;
        }

        // «X is a cleaned version of …?» leaves a gap for what is asked; «the four X tools?» asks for a list.
        if (words[^1] is "of" or "from" or "on" or "by" or "with" or "in" || words[0] is "the" && words.Count > 1
            && words[1] is "two" or "three" or "four" or "five" or "six" or "seven" or "other" or "first" or "last")
            return false;
        var asks = words.Any(word => word is "what" or "which" or "who" or "when" or "where" or "why" or "how" or "whats" or "whos"
            or "whose" or "whom");
        // «so that one's Microsoft's» draws a conclusion to be confirmed.
        if (!asks && words[0] is "so" && terms.Count(term => term.Mention is not null) > 1)
            return true;
        if (!asks && dated && !words.Contains("or") && text.TrimEnd().EndsWith('?')
            && cues.All(hit => hit.Cue.Topic is Topic.Conflict or Topic.WhichOne))
            return true;
        // «Koala used nothing but ShareGPT data» states something about two things.
        if (!asks && terms[0].Mention is not null && terms.Count(term => term.Mention is not null) > 1
            && cues.Any(hit => hit.Cue.Topic == Topic.Relation && hit.Cue.Orientation is Orientation.SubjectFirst
            or Orientation.ObjectFirst)
            && !cues.Any(hit => hit.Cue.Topic is Topic.Path or Topic.Common or Topic.Difference or Topic.Count or Topic.List
                or Topic.Impact))
            return true;
        // «X came before Y i think» states an order.
        if (!asks && terms[0].Mention is not null && terms.Count(term => term.Mention is not null) == 2
            && cues.Any(hit => hit.Words is "came before" or "came first" or "predates" or "predate" or "preceded" or "came after"
            or "bigger" or "larger" or "older" or "newer" or "smaller") && !words.Contains("or") && !words.Contains("vs"))
            return true;
        if (!asks && text.Contains('=', StringComparison.Ordinal) && text.TrimEnd().EndsWith('?') && !words.Contains("or"))
            return true;
        // A clause after a comma or a colon can hold the question: «saw MIT on the repo, does that go for the weights».
        for (var i = 0; i + 1 < terms.Length && !asks; i++)
        {
            if (terms[i].Word is { } word && Auxiliaries.Contains(word)
                && (terms[i + 1].Mention is not null || terms[i + 1].Word is "it" or "that" or "this" or "they" or "there" or "those"
                or "the" or "he" or "she" or "its"))
                return true;
        }

        return false;
    }
}
