using System.Globalization;
using System.Text;

namespace ChatLineage.Knowledge.Naming;

/// <summary>Folds text to the letters that people type: lower case, without accents, full-width forms as the usual ones.</summary>
/// <remarks>By a table of the Latin letters in use in Europe, since the program runs without ICU, which would know them all.</remarks>
public static class PlainLetters
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłñńňòóôõöøōőŕřśşšťțùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorrsssttuuuuuuuuyyzzz";
    private const int FullWidthToAscii = 0xFEE0;

    /// <summary>The folded text. Signs that are no Latin letters stay; marks that combine with the letter before go.</summary>
    public static string Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
                continue;
            var lower = char.ToLowerInvariant(sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - FullWidthToAscii) : sign);
            var at = char.IsAscii(lower) ? -1 : Accented.IndexOf(lower, StringComparison.Ordinal);
            letters.Append(at < 0 ? lower : Plain[at]);
        }

        return letters.ToString();
    }
}
