using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Understanding.References;

/// <summary>Writes out a part of a question that has lost its verb: «who trained OLMo and on what».</summary>
/// <remarks>Pure.</remarks>
internal static partial class Ellipsis
{
    /// <summary>The part as a question of its own, with the verb of the part before; null when it lacks none.</summary>
    /// <param name="part">The part.</param>
    /// <param name="before">The part before it.</param>
    /// <param name="subject">The name of what that one asks about.</param>
    public static string? WrittenOut(string part, string before, string subject)
    {
        if (Bare().Match(part) is not { Success: true } bare || Verb().Match(before) is not { Success: true } verb)
            return null;
        var participle = verb.Value.ToLowerInvariant() switch
        {
            "train" or "trains" => "trained",
            "build" or "builds" => "built",
            "tune" or "tunes" or "finetune" or "finetunes" => "fine-tuned",
            "make" or "makes" => "made",
            var done => done,
        };
        return $"what was {subject} {participle} {bare.Groups[1].Value.ToLowerInvariant()}";
    }

    [GeneratedRegex(@"^\s*(on|from|with|of|off)\s+(?:what|which)(?:\s+(?:data|dataset|datasets|corpus|base|model))?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:trained?|trains|buil[dt]s?|(?:fine-?)?tuned?|(?:fine-?)?tunes|based|distilled|merged|made|makes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}
