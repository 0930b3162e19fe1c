namespace ChatLineage.Answering.Grounding;

/// <summary>The voice of a verb, and how far its clause goes.</summary>
internal static class Clause
{
    /// <summary>True when the verb is in the active voice: «Meta AI released LLaMA».</summary>
    public static bool IsActive(IReadOnlyList<Element> elements, int at)
    {
        var before = at - 1;
        while (before >= 0 && (WordClass.Adverbs.Contains(elements[before].Text) || elements[before].Kind is ElementKind.Negation
            || elements[before].Text.EndsWith("ly", StringComparison.Ordinal)
                || elements[before].Text is "fine" or "pre" or "open" or "has" or "have"))
            before--;
        if (before >= 0 && elements[before].Kind == ElementKind.Be)
            return false;
        if (at + 1 >= elements.Count || before < 0)
            return false;
        var next = elements[at + 1];
        return next.Kind is ElementKind.Name or ElementKind.Pronoun or ElementKind.Number or ElementKind.Word or ElementKind.Scope
            || next.Text.ToLowerInvariant() is "the" or "a" or "an" or "its" or "their" or "both"
            || (next.Kind == ElementKind.Function && at + 2 < elements.Count && elements[at + 2].Kind == ElementKind.Number
                && next.Text is "about" or "over" or "around");
    }

    // A clause goes on over commas to a preposition, and ends where another verb takes over.
    public static bool Ends(IReadOnlyList<Element> elements, int at, int verb) => elements[at].Kind switch
    {
        ElementKind.Break or ElementKind.Relative => true,
        ElementKind.Be => true,
        ElementKind.Relation => elements[at].Verb is not null && at > verb || elements[at].Phrase is { IsPreposition: false },
        ElementKind.Comma => elements[at].Text != "(" && elements[at].Text != ")"
            && !(at + 1 < elements.Count && elements[at + 1].Text.ToLowerInvariant() is "by" or "on" or "from"),
        ElementKind.And => !(at + 1 < elements.Count && elements[at + 1].Text.ToLowerInvariant() is "by" or "on" or "from"),
        _ => false,
    };
}
