using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Reads the atoms of a sentence as elements: names, dates, numbers, relations and the words between.</summary>
internal sealed class ElementReader(NameTable names)
{
    // Phrases that work as one small word.
    private static readonly (string[] Words, ElementKind Kind, string Text)[] FixedPhrases =
    [
        (["by", "way", "of"], ElementKind.Function, "through"),
        (["via"], ElementKind.Function, "through"),
        (["on", "top", "of"], ElementKind.Function, "on"),
        (["as", "well", "as"], ElementKind.And, "and"),
        (["out", "of"], ElementKind.Function, "of"),
        (["as", "of"], ElementKind.Function, "in"),
        (["less", "than"], ElementKind.Function, "under"),
        (["fewer", "than"], ElementKind.Function, "under"),
        (["at", "most"], ElementKind.Function, "under"),
        (["up", "to"], ElementKind.Function, "under"),
        (["more", "than"], ElementKind.Function, "over"),
        (["at", "least"], ElementKind.Function, "over"),
        (["that", "is", "inherited"], ElementKind.Function, "inherited"),
        (["makes", "up"], ElementKind.Be, "is"),
        (["make", "up"], ElementKind.Be, "are"),
        (["serves", "as"], ElementKind.Be, "is"),
        (["acts", "as"], ElementKind.Be, "is"),
    ];

    public List<Element> Read(List<Atom> atoms)
    {
        var elements = new List<Element>(atoms.Count);
        var depth = 0;
        for (var at = 0; at < atoms.Count;)
        {
            depth += atoms[at].Norm switch { "(" => 1, ")" => -1, _ => 0 };
            var (element, length) = Next(atoms, at, elements);
            elements.Add(depth > 0 ? element with { InBrackets = true } : element);
            at += length;
        }

        return elements;
    }

    private (Element Element, int Length) Next(List<Atom> atoms, int at, List<Element> before)
    {
        var atom = atoms[at];
        if (Quoted(atoms, at) is { } quoted)
            return quoted;
        if (atom.IsMark)
            return (Mark(atom), 1);
        if (Name(atoms, at) is { } name)
            return name;
        foreach (var (words, kind, text) in FixedPhrases)
        {
            if (words.Length <= atoms.Count - at && words.Select((word, i) => atoms[at + i].Norm == word).All(same => same))
                return (new Element(kind, text), words.Length);
        }

        if (StatedDate.Read(atoms, at, out var date) is > 0 and var dateLength)
            return (new Element(ElementKind.Date, Text(atoms, at, dateLength)) { Date = date }, dateLength);
        if (Quantities.Read(atoms, at, before) is { } number)
            return number;
        if (!atom.Glued || IsPrefix(atoms[at - 1].Norm))
        {
            if (RelationReader.Read(atoms, at) is { } relation)
                return relation;
        }

        return (Plain(atoms, at, before), 1);
    }

    private static bool IsPrefix(string word) => word is "fine" or "co" or "pre" or "open" or "instruction";

    private static Element Mark(Atom atom) => atom.Norm switch
    {
        ";" or ":" or "." or "?" or "!" or "…" => new Element(ElementKind.Break, atom.Text),
        "'s" => new Element(ElementKind.Possessive, atom.Text),
        "%" or "$" or "€" => new Element(ElementKind.Word, atom.Text) { IsHard = true },
        "\"" or "“" or "”" or "'" => new Element(ElementKind.Function, atom.Text),
        _ => new Element(ElementKind.Comma, atom.Text),
    };

    // A quotation that is a part of a name: the memo «We have no moat».
    private (Element Element, int Length)? Quoted(List<Atom> atoms, int at)
    {
        if (atoms[at].Norm is not ("\"" or "“"))
            return null;
        var close = atoms.FindIndex(at + 1, atom => atom.Norm is "\"" or "”");
        if (close <= at + 1)
            return null;
        var containing = names.Containing(atoms, at + 1, close - at - 1).ToImmutableArray();
        return containing.IsEmpty ? null : (new Element(ElementKind.Name, Text(atoms, at, close - at + 1)) { Names = containing },
            close - at + 1);
    }

    private (Element Element, int Length)? Name(List<Atom> atoms, int at)
    {
        var (length, name) = names.Longest(atoms, at);
        if (length > 1 || length == 1 && (atoms[at].IsNameLike || !IsCommon(atoms[at].Norm)))
            return (new Element(ElementKind.Name, Text(atoms, at, length)) { Names = [name, .. LicenceOf(atoms, at, length)] }, length);
        if (!atoms[at].IsNameLike)
            return PartOfName(atoms, at);

        // The longest run of capitals and figures that is a part of a name.
        var run = 1;
        while (at + run < atoms.Count && atoms[at + run].IsNameLike && names.Longest(atoms, at + run).Length == 0)
            run++;
        for (; run > 0; run--)
        {
            if (!Enumerable.Range(at, run).Any(i => atoms[i].IsCapital && Quantities.Quantity(atoms[i]) is null)
                || (run == 1 && IsCommon(atoms[at].Norm)) || IsOtherSize(atoms, at + run))
                continue;
            var containing = names.Containing(atoms, at, run).ToImmutableArray();
            if (!containing.IsEmpty)
                return (new Element(ElementKind.Name, Text(atoms, at, run)) { Names = containing }, run);
        }

        return null;
    }

    // «MPT-30B» is no part of «MPT-7B».
    private static bool IsOtherSize(List<Atom> atoms, int at) =>
        at < atoms.Count && atoms[at] is { Glued: true } size && char.IsAsciiDigit(size.Norm[0]) && size.Norm[^1] is 'b' or 'm';

    // «The LLaMA licence» can be a licence that has the name in its own.
    private IEnumerable<int> LicenceOf(List<Atom> atoms, int at, int length) =>
        at + length < atoms.Count && atoms[at + length].Norm is "licence" or "license" ? names.Containing(atoms, at, length) : [];

    // «the memo» for a name that has the word.
    private (Element Element, int Length)? PartOfName(List<Atom> atoms, int at)
    {
        if (at == 0 || atoms[at - 1].Norm is not ("the" or "this") || IsCommon(atoms[at].Norm)
            || (at + 1 < atoms.Count && names.Longest(atoms, at + 1).Length > 0))
            return null;
        var containing = names.Containing(atoms, at, 1).ToImmutableArray();
        return containing.Length == 1 ? (new Element(ElementKind.Name, atoms[at].Text) { Names = containing }, 1) : null;
    }

    /// <summary>True for a word that can point to a name by itself.</summary>
    internal static bool IsTelling(Atom atom) => atom.Norm.Length >= 4 && !atom.IsMark && !IsCommon(atom.Norm);

    private static bool IsCommon(string word) =>
        WordClass.Function.Contains(word) || WordClass.Generic.Contains(word) || WordClass.Scope.Contains(word)
            || RelationLexicon.Verb(word) is not null
        || !RelationLexicon.PhrasesFrom(word).IsEmpty || Quantities.IsNumberWord(word);

    private static Element Plain(List<Atom> atoms, int at, List<Element> before)
    {
        var word = atoms[at].Norm;
        if (atoms[at].IsCapital && at > 0 && before.Count > 0 && before[^1].Kind != ElementKind.Break)
            return new Element(ElementKind.Word, atoms[at].Text) { IsHard = true };
        if (WordClass.Be.Contains(word))
            return new Element(ElementKind.Be, word);
        if (WordClass.Negators.Contains(word))
            return new Element(ElementKind.Negation, word);
        if (RelationLexicon.Roles.TryGetValue(word, out var role) && before.Count > 0
            && (before[^1].Kind == ElementKind.Possessive || before[^1].Text is "its" or "their" or "whose"))
            return new Element(ElementKind.Role, word) { Role = role };
        return word switch
        {
            "which" or "who" or "whose" or "whom" => new Element(ElementKind.Relative, word),
            "that" when before.Count > 0 && before[^1].Kind == ElementKind.Name => new Element(ElementKind.Relative, word),
            "it" or "its" or "they" or "them" or "their" or "he" or "she" or "this" or "what" => new Element(ElementKind.Pronoun, word),
            "and" or "or" or "but" => new Element(ElementKind.And, word),
            _ when WordClass.Scope.Contains(word) => new Element(ElementKind.Scope, word),
            _ when WordClass.Function.Contains(word) => new Element(ElementKind.Function, word),
            _ => new Element(ElementKind.Word, atoms[at].Text) { IsHard = atoms[at].HasDigit || (atoms[at].IsCapital && at > 0) },
        };
    }

    private static string Text(List<Atom> atoms, int at, int length) =>
        string.Join(' ', atoms.Skip(at).Take(length).Select(atom => atom.Text));
}
