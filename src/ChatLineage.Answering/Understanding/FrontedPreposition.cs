using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Understanding;

/// <summary>Puts a preposition in front of a question where its verb has it: «on what was X built» becomes «what was X built on».</summary>
internal static partial class FrontedPreposition
{
    /// <summary>The question with its preposition at the end; the text itself when none stands in front.</summary>
    public static string Move(string text) => Fronted().Replace(text, "$2$3 $1$4");

    [GeneratedRegex(@"^\s*(on|from|with|by|under|upon)\s+((?:what|which|whom|whose)\b)(\s+[^?\s][^?]*?)\s*([?.!]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Fronted();
}
