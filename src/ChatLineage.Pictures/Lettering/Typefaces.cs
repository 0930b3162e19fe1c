using System.Text;
using ChatLineage.Knowledge.Entities;
using SkiaSharp;

namespace ChatLineage.Pictures.Lettering;

/// <summary>The letters of the pictures: Inter, out of this assembly, so that a picture is the same on every machine.</summary>
/// <remarks>Safe from any number of threads: typefaces never change, and every drawing makes fonts of its own.</remarks>
internal static class Typefaces
{
    private static readonly Lazy<SKTypeface> LazyRegular = new(() => Load("Inter-Regular.otf"));
    private static readonly Lazy<SKTypeface> LazySemiBold = new(() => Load("Inter-SemiBold.otf"));

    /// <summary>For what explains.</summary>
    public static SKTypeface Regular => LazyRegular.Value;

    /// <summary>For names.</summary>
    public static SKTypeface SemiBold => LazySemiBold.Value;

    /// <summary>The first of the entity's name, aliases and id that the letters can write, on one line.</summary>
    public static string DrawableName(Entity entity) => entity.Aliases
        .Prepend(entity.Name)
        .Select(DrawableOrNull)
        .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? entity.Id;

    /// <summary>The text on one line, or null when a letter is missing.</summary>
    public static string? DrawableOrNull(string? text)
    {
        if (text is null)
            return null;
        using var font = new SKFont(SemiBold);
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                line.Append(' ');
            else if (font.ContainsGlyph(rune.Value))
                line.Append(rune.ToString());
            else
                return null;
        }

        return line.ToString().Trim();
    }

    private static SKTypeface Load(string name)
    {
        using var data = typeof(Typefaces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font '{name}' is missing from ChatLineage.Pictures. Build the project anew.");
        return SKTypeface.FromStream(data)
            ?? throw new InvalidOperationException($"The font '{name}' cannot be read. Restore it in src/ChatLineage.Pictures/Fonts.");
    }
}
