using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Content;
using ChatLineage.Pictures.Layout;
using ChatLineage.Pictures.Lettering;
using SkiaSharp;

namespace ChatLineage.Pictures.Drawing;

/// <summary>The lines above a picture: whose lineage it is, and what that is.</summary>
internal sealed class PictureHeading
{
    private const int MostLines = 2;

    public PictureHeading(PictureContent content)
    {
        using var title = new SKFont(Typefaces.SemiBold, Spacing.TitleSize);
        using var subtitle = new SKFont(Typefaces.Regular, Spacing.SubtitleSize);
        const float Room = Spacing.Width - (2 * Spacing.Margin);
        var isLineage = content.Entity.Kind.IsArtefact();
        Title = TextFit.Wrap(isLineage ? $"Lineage of {content.Centre.Name}" : content.Centre.Name, title, Room, MostLines);
        Subtitle = TextFit.Wrap(About(content), subtitle, Room, MostLines);
    }

    /// <summary>One line or two.</summary>
    public ImmutableArray<string> Title { get; }

    /// <summary>One line or two.</summary>
    public ImmutableArray<string> Subtitle { get; }

    /// <summary>Where the heading ends and the boxes may begin.</summary>
    public float Bottom => Spacing.Margin + (Title.Length * Spacing.TitleLine) + (Subtitle.Length * Spacing.SubtitleLine) + Spacing.Margin;

    private static string About(PictureContent content)
    {
        var kind = content.Entity.Kind;
        var what = (content.Maker is null || !kind.IsArtefact() ? kind.Word() : $"{kind.Word()} by {content.Maker}")
            + content.Entity.Openness switch
            {
                Openness.WeightsOpen when kind == EntityKind.Model => ", open weights",
                Openness.ResearchOnly => ", for research only",
                Openness.Closed => ", closed",
                _ => "",
            };
        var hasAbove = content.Boxes.Any(box => box.Level < 0);
        var hasBelow = content.Boxes.Any(box => box.Level > 0);
        if (!hasAbove && !hasBelow)
            return $"{what}. The notes record nothing that it comes from or that came of it.";
        if (!kind.IsArtefact())
            return $"{what}, with what the notes record around it";
        return (hasAbove, hasBelow) switch
        {
            (true, true) => $"{what}. Origins above, what came of it below.",
            (true, false) => $"{what}. Origins above.",
            _ => $"{what}. What came of it below.",
        };
    }
}
