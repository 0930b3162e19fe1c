namespace ChatLineage.Answering.Grounding;

/// <summary>Finds the names in a line of evidence: what stands on both sides of its relation, and runs of capitals.</summary>
internal static class NameFinder
{
    private const int MaxNameAtoms = 9;

    public static void AddNames(List<Atom> atoms, NameTable names)
    {
        if (!AddSides(atoms, names))
            AddRuns(atoms, names);
    }

    /// <summary>Adds the sides of a statement in the usual form, «S is fine-tuned from O (detail) (date).»; false when the line says more
    /// than that.</summary>
    private static bool AddSides(List<Atom> atoms, NameTable names)
    {
        var (at, length) = FirstRelation(atoms);
        if (at < 1)
            return false;
        var end = at;
        while (end > 0 && (WordClass.Be.Contains(atoms[end - 1].Norm) || WordClass.Adverbs.Contains(atoms[end - 1].Norm)
            || atoms[end - 1].Norm is "a" or "an" or "the" or "fine" or "pre" or "has"))
            end--;
        var start = end;
        while (start > 0 && atoms[start - 1].Norm is not ("," or ":" or ";" or "that"))
            start--;
        var subjectFits = AddName(atoms, start, end, names, isSubject: true);
        var from = at + length;
        if (RelationLexicon.Verb(atoms[at].Norm) is { } verb && from < atoms.Count && verb.Prepositions.ContainsKey(atoms[from].Norm))
            from++;
        var to = from;
        while (to < atoms.Count && !(atoms[to].IsMark && atoms[to].Norm is not ("\"" or "“" or "”" or "'s")) && !IsDate(atoms, to)
            && !(atoms[to].Norm is "and" or "which" or "who") && !(to > from && !atoms[to].IsCapital && !atoms[to].Glued
                && RelationReader.Read(atoms, to) is not null))
            to++;
        var objectFits = AddName(atoms, from, to, names, isSubject: false, other: subjectFits ? atoms.GetRange(start, end - start) : null);
        return subjectFits && objectFits && start == 0 && (to >= atoms.Count || atoms[to].Norm is "." or "(" || IsDate(atoms, to));
    }

    private static bool IsDate(List<Atom> atoms, int at) =>
        (atoms[at].Norm is "on" or "in" && at + 1 < atoms.Count && StatedDate.Read(atoms, at + 1, out _) > 0)
            || StatedDate.Read(atoms, at, out _) > 1;

    private static (int At, int Length) FirstRelation(List<Atom> atoms)
    {
        for (var at = 1; at < atoms.Count; at++)
        {
            if (atoms[at].Norm == "(")
            {
                while (at < atoms.Count && atoms[at].Norm != ")")
                    at++;
                continue;
            }

            if (!atoms[at].IsCapital && (!atoms[at].Glued || atoms[at].Norm == "tuned") && RelationReader.Read(atoms, at) is { } relation
                && relation.Element.Phrase is not { IsPreposition: true })
                return (at, relation.Length);
        }

        return (-1, 0);
    }

    private static bool AddName(List<Atom> atoms, int from, int to, NameTable names, bool isSubject, List<Atom>? other = null)
    {
        while (from < to && atoms[from].Norm is "the" or "a" or "an" or "both")
            from++;
        var length = to - from;
        if (length is 0 or > MaxNameAtoms)
            return false;
        var run = atoms.GetRange(from, length);
        var named = run.Count(atom => atom.IsNameLike);
        var quoted = run.Any(atom => atom.Norm is "\"" or "“");
        var plain = run.Count(atom => !atom.IsNameLike && !atom.IsMark);
        if (named == 0 ? plain != 1 || WordClass.Generic.Contains(run[0].Norm) || WordClass.Function.Contains(run[0].Norm)
            : plain > named + 2 && !quoted && isSubject)
            return false;
        if (!quoted && run.Any(atom => !atom.IsNameLike && !atom.Glued && WordClass.Function.Contains(atom.Norm)
            && atom.Norm is not ("of" or "for")))
            return false;
        if (length >= 2 && Quantities.Quantity(run[0]) is not null && !run[1].Glued && run.Skip(1)
            .All(atom => !atom.IsCapital || atom.Norm.Length <= 3))
            return false;

        // «2 models» is no name; «text-davinci-003» is one.
        if (named > 0 && !run.Any(atom => atom.IsCapital) && !run.Skip(1).All(atom => atom.Glued))
            return false;
        // OpenOrca by Open-Orca: two sides of one statement are two names, however alike.
        var name = other is not null && NameTable.IsSame(run, other) ? names.AddDistinct(run) : names.Add(run);
        AddBracketed(run, name, names);
        return true;
    }

    // «OpenAssistant Conversations (OASST1)» is also known by either part.
    private static void AddBracketed(List<Atom> run, int name, NameTable names)
    {
        var open = run.FindIndex(atom => atom.Norm == "(");
        var close = run.FindIndex(atom => atom.Norm == ")");
        if (open <= 0 || close < open)
            return;
        names.AddAlias(run[..open], name);
        if (close - open == 2 && run[open + 1].IsNameLike)
            names.AddAlias(run[(open + 1)..close], name);
    }

    private static void AddRuns(List<Atom> atoms, NameTable names)
    {
        for (var at = 0; at < atoms.Count; at++)
        {
            if (names.Longest(atoms, at) is { Length: > 0 } known)
            {
                at += known.Length - 1;
                continue;
            }

            if (!atoms[at].IsNameLike || StatedDate.Read(atoms, at, out _) > 0 || (at == 0 && IsOpening(atoms[0].Norm)))
                continue;
            var end = at + 1;
            while (end < atoms.Count && end - at < MaxNameAtoms && Continues(atoms, end))
                end++;
            var run = atoms.GetRange(at, end - at);
            if (run.Any(atom => atom.IsCapital && Quantities.Quantity(atom) is null) && Quantities.Quantity(run[0]) is null)
                names.Add(run);
            at = end - 1;
        }
    }

    private static bool Continues(List<Atom> atoms, int at)
    {
        if (atoms[at].IsNameLike)
            return StatedDate.Read(atoms, at, out _) == 0 || atoms[at].Glued;
        if (atoms[at].Glued && !atoms[at].IsMark)
            return true;
        return atoms[at].Norm is "of" or "the" or "for" && at + 1 < atoms.Count
            && (atoms[at + 1].IsCapital || (atoms[at].Norm == "of" && atoms[at + 1].Norm == "the"));
    }

    private static bool IsOpening(string word) =>
        WordClass.Function.Contains(word) || WordClass.Negators.Contains(word) || WordClass.Scope.Contains(word)
        || RelationLexicon.Roles.ContainsKey(word) || WordClass.Generic.Contains(word) || word is "path" or "downstream";
}
