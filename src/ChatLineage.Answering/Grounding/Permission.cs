namespace ChatLineage.Answering.Grounding;

/// <summary>What a text says about commercial use: the one kind of term that licences word in many ways.</summary>
internal static class Permission
{
    /// <summary>Words that the reading accounts for.</summary>
    public static bool Covers(string word) =>
        word.StartsWith("commercial", StringComparison.Ordinal) || word.StartsWith("noncommercial", StringComparison.Ordinal)
        || word.StartsWith("allow", StringComparison.Ordinal) || word.StartsWith("permit", StringComparison.Ordinal) || IsBar(word)
        || word is "research" or "use" or "used" or "may" or "can" or "cannot" or "not" or "only" or "non" or "purposes" or "free"
            or "freely" or "does" or "no";

    /// <summary>True when the text allows commercial use, false when it bars it; null when it says neither.</summary>
    public static bool? Read(IReadOnlyList<Atom> atoms)
    {
        var isBarred = false;
        for (var at = 0; at < atoms.Count; at++)
        {
            var word = atoms[at].Norm;
            if (word.StartsWith("noncommercial", StringComparison.Ordinal) || (word == "nc" && atoms[at].Glued))
                isBarred = true;
            if (!word.StartsWith("commercial", StringComparison.Ordinal))
                continue;
            if (at > 0 && atoms[at - 1].Norm == "non")
                isBarred = true;
            else if (Polarity(atoms, at) is { } said)
                return said;
        }

        if (isBarred)
            return false;
        for (var at = 0; at < atoms.Count; at++)
        {
            if (atoms[at].Norm == "research" && IsAlone(atoms, at))
                return false;
        }

        return null;
    }

    private static bool? Polarity(IReadOnlyList<Atom> atoms, int commercial)
    {
        var allowed = false;
        for (var at = Math.Max(0, commercial - 8); at < commercial; at++)
        {
            if (IsBar(atoms[at].Norm) || WordClass.Negators.Contains(atoms[at].Norm))
            {
                // «No, …» opens an answer and denies nothing itself.
                if (!(at == 0 && atoms[at].Norm == "no" && at + 1 < atoms.Count && atoms[at + 1].IsMark))
                    return false;
            }

            allowed |= atoms[at].Norm is "may" or "can" or "free" || atoms[at].Norm.StartsWith("allow", StringComparison.Ordinal)
                || atoms[at].Norm.StartsWith("permit", StringComparison.Ordinal);
        }

        return allowed ? true : null;
    }

    private static bool IsAlone(IReadOnlyList<Atom> atoms, int research) =>
        atoms.Skip(research).Take(4).Any(atom => atom.Norm == "only") || atoms.Take(research).TakeLast(3).Any(atom => atom.Norm == "only");

    private static bool IsBar(string word) =>
        word is "bars" or "bar" or "barred" or "forbids" or "forbid" or "forbidden" or "prohibits" or "prohibit" or "prohibited"
            or "excludes" or "disallows" or "rules";
}
