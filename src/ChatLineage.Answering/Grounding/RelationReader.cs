namespace ChatLineage.Answering.Grounding;

/// <summary>Finds the wordings of the lexicon in a text.</summary>
internal static class RelationReader
{
    /// <summary>The relation that begins at an atom; null when none does.</summary>
    public static (Element Element, int Length)? Read(List<Atom> atoms, int at)
    {
        foreach (var phrase in RelationLexicon.PhrasesFrom(atoms[at].Norm))
        {
            if (Matches(phrase, atoms, at) is not { } length)
                continue;
            if (phrase.Words is ["has" or "have" or "had"] && (at + 1 >= atoms.Count || WordClass.Be.Contains(atoms[at + 1].Norm)
                || WordClass.Adverbs.Contains(atoms[at + 1].Norm)
                || RelationLexicon.Verb(atoms[at + 1].Norm) is not null))
                continue;

            // A noun: «allows research use only».
            if (phrase.Words is ["use" or "uses"] && (at == 0
                || atoms[at - 1].Norm is "commercial" or "research" or "for" or "the" or "its" or "that" || at + 1 >= atoms.Count
                || atoms[at + 1].Norm is "of" or "only" or "." or "with"))
                continue;
            if (phrase.Words is ["under"] && at + 1 < atoms.Count && (Quantities.Quantity(atoms[at + 1]) is not null
                || atoms[at + 1].Norm is "$"))
                continue;
            return (new Element(ElementKind.Relation, string.Join(' ', atoms.Skip(at).Take(length)
                .Select(atom => atom.Text)))
            { Phrase = phrase }, length);
        }

        return RelationLexicon.Verb(atoms[at].Norm) is { } verb && !(atoms[at].Norm == "sourced"
            && (at == 0 || atoms[at - 1].Norm != "open"))
            ? (new Element(ElementKind.Relation, atoms[at].Text) { Verb = verb }, 1)
            : null;
    }

    private static int? Matches(PhraseWording phrase, List<Atom> atoms, int at)
    {
        var skipped = 0;
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            while (i > 0 && at + i + skipped < atoms.Count && atoms[at + i + skipped].Norm is "directly" or "ultimately" or "also"
                or "indirectly")
                skipped++;
            if (at + i + skipped >= atoms.Count || atoms[at + i + skipped].Norm != phrase.Words[i]
                || (i == 0 && atoms[at].IsCapital && at > 0))
                return null;
        }

        return phrase.Words.Length + skipped;
    }
}
