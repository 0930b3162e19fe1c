using System.Text.RegularExpressions;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.References;

/// <summary>Finds another version of what was spoken of: «and v2?» after LLaMA, «and the first one?» after StarCoder2.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed partial class Versions(NameIndex names)
{
    /// <summary>The version that a whole follow-up asks for; null when it asks for none that has a note.</summary>
    public Entity? Asked(string text, Entity subject)
    {
        var asked = Version().Match(text);
        if (!asked.Success)
            return null;
        var number = asked.Groups["number"].Success ? asked.Groups["number"].Value : asked.Groups["ordinal"].Value.ToLowerInvariant() switch
        {
            "second" or "2nd" => "2",
            "third" or "3rd" => "3",
            "fourth" or "4th" => "4",
            _ => "1",
        };
        var stem = Stem(subject.Name);
        return Find(stem + number, subject) ?? Find(stem + "v" + number, subject) ?? (number == "1" ? Find(stem, subject) : null);
    }

    /// <summary>A text in which «v5» stands for that version of what was spoken of; the text itself where there is no such.</summary>
    public string WrittenOut(string text, Entity subject) => Marked().Replace(text, match =>
        (Find(Stem(subject.Name) + match.Groups[1].Value, subject) ?? Find(Stem(subject.Name) + "v" + match.Groups[1].Value, subject)) is { } version
            && !text.Contains(version.Name, StringComparison.OrdinalIgnoreCase) ? version.Name + (match.Groups[2].Success ? "'s" : "") : match.Value);

    [GeneratedRegex(@"(?<![\w.-])v(\d+(?:\.\d+)?)('?s)?(?![\w.])", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    private Entity? Find(string key, Entity subject) =>
        names.Find(key).FirstOrDefault(entry => entry.Entity != subject && entry.Entity.Kind == subject.Kind)?.Entity;

    // «StarCoder2», «Dolly 2.0» and «Vicuna v1.5» without their numbers.
    private static string Stem(string name) => Tokenizer.Key(Number().Replace(name, ""));

    [GeneratedRegex(@"^\s*(?:and|or|what about|how about|what of|also)?\s*(?:the\s+)?(?:(?:v|version|ver)\.?\s*(?<number>\d+(?:\.\d+)?)|(?<number>\d+(?:\.\d+)?)|(?<ordinal>first|1st|original|second|2nd|third|3rd|fourth|4th)(?:\s+(?:one|version|generation|gen|model))?)\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"[\s-]*[vV]?\d+(\.\d+)?\s*$")]
    private static partial Regex Number();
}
