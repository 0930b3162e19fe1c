using System.Collections.Frozen;

namespace ChatLineage.Answering.Grounding;

/// <summary>Words that place one thing before or above the others without naming them: «Qwen2.5 is older», «Orca came first».</summary>
internal static class Comparison
{
    private static readonly FrozenDictionary<string, (bool ByDate, bool IsLeast)> Words = new Dictionary<string,
        (bool, bool)>(StringComparer.Ordinal)
    {
        ["older"] = (true, true),
        ["earlier"] = (true, true),
        ["oldest"] = (true, true),
        ["earliest"] = (true, true),
        ["first"] = (true, true),
        ["newer"] = (true, false),
        ["younger"] = (true, false),
        ["later"] = (true, false),
        ["newest"] = (true, false),
        ["latest"] = (true, false),
        ["last"] = (true, false),
        ["larger"] = (false, false),
        ["bigger"] = (false, false),
        ["largest"] = (false, false),
        ["biggest"] = (false, false),
        ["smaller"] = (false, true),
        ["smallest"] = (false, true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Such words in a sentence that the dates or sizes of the cited lines prove.</summary>
    public static IReadOnlySet<Element> Proven(IReadOnlyList<Element> sentence, Prover prover)
    {
        var proven = new HashSet<Element>(ReferenceEqualityComparer.Instance);
        for (var at = 1; at < sentence.Count; at++)
        {
            if (sentence[at].Kind != ElementKind.Scope || !Words.TryGetValue(sentence[at].Text, out var word) || !StandsAlone(sentence, at))
                continue;
            var name = sentence.Take(at).LastOrDefault(element => element.Kind is ElementKind.Name or ElementKind.Pronoun);
            if (name is not null && prover.Measures.IsExtreme(new Argument(name.Names), word.ByDate, word.IsLeast))
                proven.Add(sentence[at]);
        }

        // «After: X is dated 4 May 2023; Y came out on 25 April 2023»: the answer to «before or after».
        if (sentence is [{ Phrase.Words: ["before" or "after"] } opening, { Kind: ElementKind.Break }, ..])
        {
            var dates = sentence.Where(element => element.Kind == ElementKind.Date).Select(element => element.Date.Days)
                .OfType<(int First, int Last)>().ToList();
            if (dates.Count == 2 && (opening.Phrase!.Words[0] == "before" ? dates[0].Last < dates[1].First
                : dates[0].First > dates[1].Last))
                proven.Add(opening);
        }

        return proven;
    }

    // «came first», «is the larger», «is older»: not «the first model of …», which claims more than the lines compare.
    private static bool StandsAlone(IReadOnlyList<Element> sentence, int at)
    {
        var next = at + 1 < sentence.Count ? sentence[at + 1] : null;
        return next is null || next.Kind is ElementKind.Comma or ElementKind.Break or ElementKind.Date
            || next.Text is "one" or "on" or "in" or "at" or "with" or "of";
    }
}
