using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Knowledge.Entities;

/// <summary>The form of ids of entities and sources: lower case letters, digits and, between them, single hyphens or underscores.</summary>
public static class EntityId
{
    /// <summary>The longest id that is accepted, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>True when the text has the form of an id. Such a text is also a safe file name on every system.</summary>
    public static bool HasForm(string text)
    {
        if (text.Length is 0 or > MaxLength || IsJoint(text[0]) || IsJoint(text[^1]))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && !IsJoint(text[i]))
                return false;
            if (IsJoint(text[i]) && IsJoint(text[i - 1]))
                return false;
        }

        return true;
    }

    /// <summary>Makes an id out of a name: <c>StableVicuna 13B</c> becomes <c>stablevicuna-13b</c>.</summary>
    /// <returns>Empty when the name has no letter or digit of ASCII.</returns>
    public static string FromName(string name)
    {
        var letters = new System.Text.StringBuilder(name.Length);
        foreach (var sign in PlainLetters.Fold(name))
        {
            if (char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign))
                letters.Append(sign);
            else if (!char.IsLetterOrDigit(sign) && letters.Length > 0 && letters[^1] != '-')
                letters.Append('-');
        }

        return letters.ToString().Trim('-');
    }

    private static bool IsJoint(char sign) => sign is '-' or '_';
}
