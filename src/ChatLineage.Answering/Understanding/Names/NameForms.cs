using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>The forms in which people name an entity: what its note lists, and the usual short forms.</summary>
internal static partial class NameForms
{
    /// <summary>The rank of a first name or a surname alone, which names its bearer only where nothing else is called so.</summary>
    public const int PartOfName = 4;

    /// <summary>The rank of a family's name, which is that of its members only where nothing is called so itself: «FLUX».</summary>
    public const int FamilyOfVersions = 5;

    /// <summary>The rank of a stretch out of a long name, which names its bearer only where it stands in no other: «Nemotron Ultra».</summary>
    public const int Stretch = 6;

    private static readonly string[] EventEndings = [" settlement", " ruling", " judgment", " launched", " release", " veto", " leak"];

    private static readonly string[] OrganisationEndings =
    [
        " AI", " Labs", " Lab", " Research", " Inc.", " Inc", " Foundation", " Technologies", " Institute", " University", " Computing",
            " Inference",
    ];

    /// <param name="entity">The entity.</param>
    /// <param name="brands">Names of organisations: «Adobe Firefly» is also called Firefly.</param>
    public static IEnumerable<NameEntry> Of(Entity entity, IReadOnlySet<string> brands)
    {
        yield return new NameEntry(entity, 0, entity.Name);
        foreach (var alias in entity.Aliases)
        {
            yield return new NameEntry(entity, 1, alias);
            if (WithoutBracket(alias) is var plain && plain != alias)
                yield return new NameEntry(entity, 3, plain);
        }

        var bare = WithoutBracket(entity.Name);
        if (bare != entity.Name)
            yield return new NameEntry(entity, 2, bare);
        if (bare.StartsWith("The ", StringComparison.Ordinal))
            yield return new NameEntry(entity, 2, bare[4..]);
        if (Shortened(entity, bare) is { } brief)
            yield return new NameEntry(entity, 3, brief);
        if (entity.Kind.IsArtefact() && Version().Match(bare) is { Success: true, Index: > 2 } version && bare[..version.Index]
            .TrimEnd() is { Length: > 2 } family)
            yield return new NameEntry(entity, FamilyOfVersions, family);
        if (entity.Kind == EntityKind.Person && bare.Split(' ') is { Length: 2 or 3 } parts)
        {
            foreach (var part in new[] { parts[0], parts[^1] }.Where(part => part.Length > 3 && part.All(char.IsLetter)))
                yield return new NameEntry(entity, PartOfName, part);
        }

        foreach (var name in entity.Aliases.Prepend(bare))
        {
            if (entity.Kind == EntityKind.Model && name.Length > 5 && name[^1] == 'B' && char.IsAsciiDigit(name[^2])
                && char.IsAsciiDigit(name[^3]))
                yield return new NameEntry(entity, 3, name[..^1]);
            // «IPEX-LLM» is called IPEX; «LLM» alone names a kind of thing.
            if (entity.Kind.IsArtefact() && name.EndsWith("-LLM", StringComparison.OrdinalIgnoreCase) && name.Length > 7)
                yield return new NameEntry(entity, 3, name[..^4]);
            if (name.EndsWith(" Plus", StringComparison.OrdinalIgnoreCase))
                yield return new NameEntry(entity, 2, name[..^5] + "+");
            if (name.EndsWith(".0", StringComparison.Ordinal))
                yield return new NameEntry(entity, 2, name[..^2]);
            // «SD 2» of «Stable Diffusion 2.0» is also written «SD 2.0».
            if (bare.EndsWith(".0", StringComparison.Ordinal) && name[^1] == bare[^3] && !name.EndsWith(".0", StringComparison.Ordinal))
                yield return new NameEntry(entity, 2, name + ".0");
            if (entity.Kind == EntityKind.Licence && LicenceVersion().Match(name) is { Success: true, Index: > 2 } edition)
                yield return new NameEntry(entity, 3, name[..edition.Index]);
            if (VersionLetter().Replace(name, "$1$2") is var unmarked && unmarked != name)
                yield return new NameEntry(entity, 2, unmarked);
            if (entity.Kind == EntityKind.Model && OwnPart(name) is { } own)
                yield return new NameEntry(entity, PartOfName, own);
            foreach (var stretch in entity.Kind == EntityKind.Model ? Stretches(name) : [])
                yield return new NameEntry(entity, Stretch, stretch);
            if (WithoutBrand(entity, name, brands) is { } rest && !StartsWithGrammar(rest))
                yield return new NameEntry(entity, 3, rest);
        }
    }

    // «LoRA for Stable Diffusion» is not called «for Stable Diffusion».
    private static bool StartsWithGrammar(string name) =>
        Words.Tokenizer.Tokens(name) is [var first, ..] && Words.EverydayWords.AreGrammar(first.Text);

    private static string WithoutBracket(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }

    private static string? Shortened(Entity entity, string name)
    {
        if (entity.Kind == EntityKind.Organisation)
        {
            var ending = Array.Find(OrganisationEndings, each => name.EndsWith(each, StringComparison.Ordinal));
            return ending is not null && name.Length > ending.Length + 2 ? name[..^ending.Length] : null;
        }

        if (entity.Kind == EntityKind.Licence)
        {
            // «DeepSeek models» are not the DeepSeek Model License.
            if (name.Contains(" Model Licen", StringComparison.Ordinal))
                return null;
            return name.Contains(" License", StringComparison.Ordinal) ? name.Replace(" License", "", StringComparison.Ordinal)
                : name.Contains(" Licence", StringComparison.Ordinal) ? name.Replace(" Licence", "", StringComparison.Ordinal)
                : null;
        }

        if (entity.Kind == EntityKind.Event)
            return Array.Find(EventEndings, each => name.EndsWith(each, StringComparison.Ordinal)) is { } tail ? name[..^tail.Length]
                : null;
        return entity.Kind == EntityKind.Model ? WithoutSize(name) : null;
    }

    [GeneratedRegex(@"[ .-]?[vV]?\d|[ -](?:alpha|beta|gamma|delta|sigma|omega)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    // «MPL 2.0» is also called MPL.
    [GeneratedRegex(@"[ -][vV]?\d+(\.\d+)?$|[ -]\d-[Cc]lause( License)?$")]
    private static partial Regex LicenceVersion();

    // «Vicuna v1.3» is also written «Vicuna 1.3».
    [GeneratedRegex(@"([ -])[vV](\d)")]
    private static partial Regex VersionLetter();

    // «DeepSeek-R1-Distill-Llama-70B» is called by the part after the brand.
    private static string? WithoutBrand(Entity entity, string name, IReadOnlySet<string> brands)
    {
        var cut = name.IndexOfAny([' ', '-']);
        if (cut > 0 && name[cut] == ' ' && brands.Contains(name[..cut]) && (entity.Kind is EntityKind.Model or EntityKind.Tool)
            && name.Length - cut > 4 && !char.IsAsciiDigit(name[cut + 1]))
            return name[(cut + 1)..];
        return cut > 3 && entity.Kind.IsArtefact() && name.AsSpan(cut + 1).Count('-') + name.AsSpan(cut + 1).Count(' ') >= 2
            ? name[(cut + 1)..] : null;
    }

    // «Llama-3.1-Nemotron-Ultra-253B-v1» is called by two words of its own side by side, with its size or without.
    private static IEnumerable<string> Stretches(string name)
    {
        var parts = name.Split(' ', '-');
        for (var first = 1; parts.Length > 3 && first + 1 < parts.Length; first++)
        {
            if (!IsWord(parts[first]) || !IsWord(parts[first + 1]))
                continue;
            yield return $"{parts[first]} {parts[first + 1]}";
            if (first + 2 < parts.Length && char.IsAsciiDigit(parts[first + 2][0]))
                yield return $"{parts[first]} {parts[first + 1]} {parts[first + 2]}";
        }
    }

    private static bool IsWord(string part) => part.Length > 3 && part.All(char.IsLetter) && !Words.EverydayWords.Contains(part.ToLowerInvariant());

    // «MPT-7B-StoryWriter» is called by its last part where that is a word of its own, spelled as no ordinary word is.
    private static string? OwnPart(string name)
    {
        var part = name[(name.LastIndexOfAny(['-', ' ']) + 1)..];
        return part.Length > 6 && part.Length < name.Length && part.All(char.IsLetter) && part.Skip(1).Any(char.IsUpper)
            && part.Any(char.IsLower) ? part : null;
    }

    // «Zephyr 7B» is called Zephyr.
    private static string? WithoutSize(string name)
    {
        var cut = name.LastIndexOfAny([' ', '-']);
        if (cut <= 2)
            return null;
        var last = name.AsSpan(cut + 1);
        var isSize = last.Length is >= 2 and <= 5 && char.IsAsciiDigit(last[0]) && (last[^1] is 'B' or 'b' or 'M');
        return isSize ? name[..cut] : null;
    }
}
