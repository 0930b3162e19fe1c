using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Grounding;

/// <summary>The smallest piece of a text: a word, a number or a mark.</summary>
/// <param name="Text">As written.</param>
/// <param name="Norm">In lower case; numbers without commas and without a trailing <c>.0</c>.</param>
/// <param name="Glued">True when a hyphen or slash joins it to the atom before.</param>
internal sealed partial record Atom(string Text, string Norm, bool Glued)
{
    /// <summary>True when it has a capital letter.</summary>
    public bool IsCapital { get; } = Text.Any(char.IsUpper);

    /// <summary>True when it has a digit.</summary>
    public bool HasDigit { get; } = Text.Any(char.IsDigit);

    /// <summary>True when it has no letter and no digit.</summary>
    public bool IsMark { get; } = !Text.Any(char.IsLetterOrDigit) || Norm == "'s";

    /// <summary>True when it can be part of a name.</summary>
    public bool IsNameLike => !IsMark && (IsCapital || HasDigit);

    /// <summary>Cuts a text into atoms. Hyphenated words come apart: <c>Vicuna-13B</c> is Vicuna and, glued to it, 13B.</summary>
    public static List<Atom> Read(string text)
    {
        var atoms = new List<Atom>();
        foreach (Match match in Pattern().Matches(text))
        {
            var piece = match.Value;

            // The point of an initial ends nothing: «Charles O. Goddard».
            if (piece == "." && match.Index + 1 < text.Length && atoms is [.., { Text: [var initial] }] && char.IsUpper(initial))
                continue;
            if (piece is "n't")
                atoms.Add(new Atom(piece, "not", false));
            else if (piece is "'s" or "’s" or "'" or "’")
                atoms.Add(new Atom(piece, "'s", false));
            else
                atoms.Add(new Atom(piece, Normalise(piece), match.Index > 0 && text[match.Index - 1] is '-' or '/'
                    && char.IsLetterOrDigit(piece[0]) && match.Index > 1 && !char.IsWhiteSpace(text[match.Index - 2])));
        }

        return atoms;
    }

    private static string Normalise(string piece)
    {
        var norm = piece.ToLowerInvariant();
        if (!char.IsDigit(norm[0]))
            return norm;
        norm = norm.Replace(",", "", StringComparison.Ordinal);
        return norm.EndsWith(".0", StringComparison.Ordinal) ? norm[..^2] : norm;
    }

    // ISO dates whole; numbers with thousands commas; words with inner dots (llama.cpp, v1.5) and plus signs; single marks.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|n't|['’]s\b|[\p{L}\p{N}](?:(?!n't)[\p{L}\p{N}\p{M}_+]|[.&](?=[\p{L}\p{N}])|['’](?=[\p{L}])(?!s\b))*|[^\s\p{L}\p{N}-]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
