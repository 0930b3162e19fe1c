using ChatLineage.Answering.Grounding;

namespace ChatLineage.Answering.Drafting;

/// <summary>A text in which names, dates and numbers are found however they are spelt: <c>OpenAssistant</c>, <c>April 28, 2023</c>,
/// <c>7B</c>.</summary>
internal sealed class StatedText
{
    private readonly string _text;
    private readonly List<Atom> _atoms;

    public StatedText(string text)
    {
        _text = text;
        _atoms = Atom.Read(text);
    }

    /// <summary>True when the text has the name, date, number or words.</summary>
    public bool States(string wanted)
    {
        var atoms = Atom.Read(wanted);
        if (atoms.Count == 0)
            return true;
        if (StatedDate.Read(atoms, 0, out var date) == atoms.Count)
            return Enumerable.Range(0, _atoms.Count).Any(at => StatedDate.Read(_atoms, at, out var found) > 0 && found.Covers(date));
        if (Number(atoms, 0, out var length) is { } number && length == atoms.Count)
            return Enumerable.Range(0, _atoms.Count).Any(at => !_atoms[at].Glued && Number(_atoms, at, out _) == number);
        return HasRun(atoms) || (!atoms[^1].IsNameLike && HasBeginning(wanted));
    }

    private static decimal? Number(List<Atom> atoms, int at, out int length)
    {
        length = 1;
        if (Quantities.Quantity(atoms[at]) is not { } value)
            return null;
        decimal? factor = at + 1 < atoms.Count ? atoms[at + 1].Norm switch
        {
            "thousand" => 1e3m,
            "million" => 1e6m,
            "billion" => 1e9m,
            "trillion" => 1e12m,
            _ => null
        } : null;
        length = factor is null ? 1 : 2;
        return value * (factor ?? 1);
    }

    // The same letters and figures, whatever the spaces and hyphens, at the bounds of words. «LLaMA» is not stated by «Llama 2».
    private bool HasRun(List<Atom> wanted)
    {
        var squeezed = Squeezed(wanted);
        for (var at = 0; at < _atoms.Count; at++)
        {
            var run = "";
            for (var end = at; end < _atoms.Count && run.Length < squeezed.Length; end++)
            {
                run += _atoms[end].IsMark ? "" : _atoms[end].Norm;
                if (run == squeezed && !_atoms[at].IsMark && !(wanted[^1].IsCapital && end + 1 < _atoms.Count
                    && IsVersion(_atoms[end + 1])))
                    return true;
            }
        }

        return false;
    }

    // «tune» is stated by «tuned».
    private bool HasBeginning(string wanted)
    {
        for (var at = Find(wanted, 0); at >= 0; at = Find(wanted, at + 1))
        {
            if (at == 0 || !char.IsLetterOrDigit(_text[at - 1]))
                return true;
        }

        return false;
    }

    private int Find(string wanted, int from) =>
        from < _text.Length ? _text.IndexOf(wanted, from, StringComparison.OrdinalIgnoreCase) : -1;

    private static bool IsVersion(Atom atom) =>
        (char.IsDigit(atom.Norm[0]) && char.IsDigit(atom.Norm[^1]) && atom.Norm.Length <= 3)
            || (atom.Norm[0] == 'v' && atom.Norm.Length > 1 && char.IsDigit(atom.Norm[1]));

    private static string Squeezed(IEnumerable<Atom> atoms) => string.Concat(atoms.Where(atom => !atom.IsMark).Select(atom => atom.Norm));
}
