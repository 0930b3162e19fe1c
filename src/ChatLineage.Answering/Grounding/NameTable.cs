using System.Text;

namespace ChatLineage.Answering.Grounding;

/// <summary>The names that stand in the evidence, found in other texts whatever their spacing and hyphens: <c>Llama 2</c>,
/// <c>llama-2</c>.</summary>
internal sealed class NameTable
{
    private const int MaxAtoms = 12;

    private readonly Dictionary<string, int> _bySqueezed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byWords = new(StringComparer.Ordinal);
    private readonly List<string[]> _names = [];

    /// <summary>Adds a name and returns its number; a name that is there already keeps its own.</summary>
    public int Add(IReadOnlyList<Atom> atoms)
    {
        var squeezed = Squeeze(atoms, 0, atoms.Count);
        if (_bySqueezed.TryGetValue(squeezed, out var known))
            return known;
        _names.Add([.. atoms.Where(atom => !atom.IsMark).Select(atom => atom.Norm)]);
        _bySqueezed[squeezed] = _names.Count - 1;
        return _names.Count - 1;
    }

    /// <summary>True when two spellings differ in spaces and hyphens alone.</summary>
    public static bool IsSame(IReadOnlyList<Atom> left, IReadOnlyList<Atom> right) =>
        Squeeze(left, 0, left.Count) == Squeeze(right, 0, right.Count) && Words(left) != Words(right);

    /// <summary>Adds a name that differs from one that is there in its hyphens or spaces alone; only that very spelling finds it.</summary>
    public int AddDistinct(IReadOnlyList<Atom> atoms)
    {
        if (_byWords.TryGetValue(Words(atoms), out var known))
            return known;
        _names.Add([.. atoms.Where(atom => !atom.IsMark).Select(atom => atom.Norm)]);
        _byWords[Words(atoms)] = _names.Count - 1;
        return _names.Count - 1;
    }

    /// <summary>Lets another spelling stand for a name, unless it is a name of its own.</summary>
    public void AddAlias(IReadOnlyList<Atom> atoms, int name)
    {
        if (atoms.Count > 0)
            _bySqueezed.TryAdd(Squeeze(atoms, 0, atoms.Count), name);
    }

    /// <summary>The longest name that begins at an atom.</summary>
    /// <returns>How many atoms it takes and its number; 0 atoms when none begins there.</returns>
    public (int Length, int Name) Longest(IReadOnlyList<Atom> atoms, int at)
    {
        if (atoms[at].IsMark)
            return (0, -1);
        var squeezed = new StringBuilder();
        var words = new StringBuilder();
        var best = (Length: 0, Name: -1);
        for (var i = at; i < atoms.Count && i < at + MaxAtoms; i++)
        {
            if (atoms[i].IsMark && atoms[i].Norm is "," or ";" or ":" or "." or "'s")
                break;
            if (atoms[i].IsMark)
                continue;
            squeezed.Append(atoms[i].Norm);
            words.Append(words.Length > 0 ? " " : "").Append(atoms[i].Norm);
            if ((_byWords.Count > 0 && _byWords.TryGetValue(words.ToString(), out var name)
                || _bySqueezed.TryGetValue(squeezed.ToString(), out name))
                && !(i + 1 < atoms.Count && atoms[i + 1].Glued && IsVersion(atoms[i + 1].Norm)))
                best = (i - at + 1, name);
        }

        // «Guanaco (QLoRA)»: take the closing bracket along.
        if (best.Length > 0 && atoms.Skip(at).Take(best.Length).Any(atom => atom.Norm == "(") && at + best.Length < atoms.Count
            && atoms[at + best.Length].Norm == ")")
            best.Length++;
        return best;
    }

    /// <summary>The names of which a run of atoms is a part, and the rest is no version: <c>OASST1</c> of <c>OpenAssistant Conversations
    /// (OASST1)</c>.</summary>
    public IEnumerable<int> Containing(IReadOnlyList<Atom> atoms, int at, int length)
    {
        var run = Squeeze(atoms, at, length);
        for (var name = 0; name < _names.Count; name++)
        {
            var parts = _names[name];
            for (var start = 0; start < parts.Length; start++)
            {
                var end = EndOfRun(parts, start, run);
                if (end > start && !(end < parts.Length && IsVersion(parts[end])) && (start > 0 || end < parts.Length))
                {
                    yield return name;
                    break;
                }
            }
        }
    }

    private static int EndOfRun(string[] parts, int start, string run)
    {
        var matched = 0;
        for (var i = start; i < parts.Length; i++)
        {
            if (string.CompareOrdinal(run, matched, parts[i], 0, parts[i].Length) != 0)
                return -1;
            matched += parts[i].Length;
            if (matched == run.Length)
                return i + 1;
        }

        return -1;
    }

    /// <summary>True for what tells versions of one name apart: <c>2</c>, <c>3.1</c>, <c>v1.5</c>; false for a size such as
    /// <c>13b</c>.</summary>
    private static bool IsVersion(string atom) =>
        (char.IsDigit(atom[0]) || (atom[0] == 'v' && atom.Length > 1 && char.IsDigit(atom[1])))
            && atom[^1] is not ('b' or 'm' or 'k' or 't');

    private static string Words(IReadOnlyList<Atom> atoms) => string.Join(' ', atoms.Where(atom => !atom.IsMark).Select(atom => atom.Norm));

    private static string Squeeze(IReadOnlyList<Atom> atoms, int at, int length)
    {
        var squeezed = new StringBuilder();
        for (var i = at; i < at + length; i++)
        {
            if (!atoms[i].IsMark)
                squeezed.Append(atoms[i].Norm);
        }

        return squeezed.ToString();
    }
}
