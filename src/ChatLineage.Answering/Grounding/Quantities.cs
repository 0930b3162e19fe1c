using System.Collections.Frozen;
using System.Globalization;

namespace ChatLineage.Answering.Grounding;

/// <summary>Reads numbers: in figures and in words, with their multipliers and bounds.</summary>
internal static class Quantities
{
    private static readonly FrozenDictionary<string, int> NumberWords = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that begins at an atom, with the words that bound it before it; null when none does.</summary>
    public static (Element Element, int Length)? Read(List<Atom> atoms, int at, List<Element> before)
    {
        if (Quantity(atoms[at], at + 1 < atoms.Count ? atoms[at + 1].Norm : null) is not { } value)
            return null;
        var length = 1;
        if (at + 1 < atoms.Count && Multiplier(atoms[at + 1].Norm) is { } multiplier)
        {
            value *= multiplier;
            length = 2;
        }

        return (new Element(ElementKind.Number, string.Join(' ', atoms.Skip(at).Take(length).Select(atom => atom.Text)))
        {
            Value = value,
            Bound = Bound(before)
        }, length);
    }

    /// <summary>The value of an atom that is a number, <c>7b</c> included; null when it is none.</summary>
    public static decimal? Quantity(Atom atom, string? next = null)
    {
        var text = atom.Norm;
        if (NumberWords.TryGetValue(text, out var word) && !atom.Glued)
            return word;
        if (text == "one" && next is "model" or "dataset" or "tool" or "licence" or "license" or "source" or "teacher" or "base")
            return 1;
        if (!char.IsDigit(text[0]))
            return null;
        var factor = text[^1] switch { 'k' => 1e3m, 'm' => 1e6m, 'b' => 1e9m, 't' => 1e12m, _ => 1m };
        var digits = factor == 1m ? text : text[..^1];
        return digits.Length <= 12 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * factor : null;
    }

    private static decimal? Multiplier(string word) => word switch
    {
        "thousand" => 1e3m,
        "million" => 1e6m,
        "billion" => 1e9m,
        "trillion" => 1e12m,
        _ => null,
    };

    private static int Bound(List<Element> before)
    {
        var last = before.Count > 0 ? before[^1].Text.ToLowerInvariant() : "";
        return last switch
        {
            "over" or "above" => 1,
            "under" or "below" or "nearly" or "almost" => -1,
            _ => 0,
        };
    }

    /// <summary>True for a number that is written as a word.</summary>
    public static bool IsNumberWord(string word) => NumberWords.ContainsKey(word);
}
