using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>Tells sentences that give a reason from those that state a fact.</summary>
internal static partial class Reasons
{
    /// <summary>True for «…, because …», «… in order to …», «… led to …» and their like.</summary>
    public static bool Gives(string text) => Marker().IsMatch(text);

    /// <summary>True for sentences that say what something was made for: «… removed the limit by …», «… aims to …».</summary>
    public static bool OfMaking(string text) => Purpose().IsMatch(text);

    [GeneratedRegex("""
        \b(removed|lifted|ended)\ the\b|\bby\ replacing\b|\bmeant\ to\b|\baims?\ (to|at)\b|\bset\ out\ to\b|\bin\ order\ to\b|\bso\ that\b
        |\bwith\ the\ aim\b|\b(made|built|started|created|founded|released)\ (\S+\ ){0,4}(to|for\ (research|use|people))\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Purpose();

    [GeneratedRegex("""
        \bbecause\b|\bso\ that\b|\bin\ order\ to\b|\bdue\ to\b|\bowing\ to\b|\bout\ of\b|\bled\ to\b|\bfor\ fear\b|\btherefore\b|,\ since\ (its?|the|they|that|only|[A-Z])
        |\bafter\ an?\ (request|complaint|study|report|ruling|threat)\b|\basked\ for\b|\bmeant\ to\b|\baims?\ (to|at)\b|\bset\ out\ to\b|\bwith\ the\ aim\b|\breason\b|\bmoves\ to\b
        |\bto\ (avoid|ease|protect|let|allow|make|open|show|keep|help|study|give|prevent|reduce|improve|get|see|learn|fix|hire|lower|raise|measure|find|bring|serve|save|cut|reach|become|test|train)\b
        |\bby\ replacing\b|\b(removed|lifted|ended)\ the\b|\bwithout\b|\bneeds?\b|\brequires?\b|\bwhich\ (let|lets|allowed|allows|made|makes)\b|\bwould\ (not|have|break)\b|\bcould\ not\b|\bcannot\b|\bbars\b|\bbarred\b|\bdoes\ not\ (allow|require|cover)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marker();
}
