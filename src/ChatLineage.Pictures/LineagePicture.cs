using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Content;
using ChatLineage.Pictures.Drawing;
using ChatLineage.Pictures.Layout;
using SkiaSharp;

namespace ChatLineage.Pictures;

/// <summary>A picture of where an entity comes from and what came of it, for people to look at and to share.</summary>
/// <param name="Png">The picture as a PNG file, 1,080 pixels wide and mostly 50 to 200 kB.</param>
/// <param name="AltText">What it shows, in words: one paragraph of at most 1,000 characters, not escaped for any platform.</param>
/// <param name="Width">The width in pixels: 1,080, or less where the height would else pass <see cref="MostPixels"/>.</param>
/// <param name="Height">The height in pixels, at most <see cref="MostPixels"/>.</param>
/// <remarks>Immutable. Made anew from the same notes, its bytes are the same.</remarks>
public sealed record LineagePicture(ReadOnlyMemory<byte> Png, string AltText, int Width, int Height)
{
    /// <summary>The greatest height of a picture, in pixels.</summary>
    public const int MostPixels = 3000;

    // 720 units in 1,080 pixels: sharp on a telephone of 390 points with two or three pixels each.
    private const float MostScale = 1.5f;

    /// <summary>Draws the lineage around an entity, in some 25 ms and seldom more than 100.</summary>
    /// <remarks>Safe to call from any number of threads.</remarks>
    /// <param name="knowledge">The notes.</param>
    /// <param name="entity">The entity in the middle, of the same notes.</param>
    /// <param name="theme">What the picture will stand on.</param>
    public static LineagePicture Draw(KnowledgeBase knowledge, Entity entity, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(entity);
        var content = ContentSelection.Select(knowledge, entity);
        var heading = new PictureHeading(content);
        var layout = new PictureLayout(content, heading.Bottom);
        var footer = new PictureFooter(content, layout.Bottom);
        var scale = Math.Min(MostScale, MostPixels / footer.Bottom);
        var height = (int)MathF.Round(footer.Bottom * scale);
        var size = new SKImageInfo((int)MathF.Round(Spacing.Width * scale), height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(size)
            ?? throw new InvalidOperationException($"A picture of {size.Width} by {height} pixels cannot be made: memory is short.");
        var palette = Palette.Of(theme);
        surface.Canvas.Clear(palette.Page);
        surface.Canvas.Scale(scale);
        Draw(new PictureCanvas(surface.Canvas, palette), palette, heading, layout, footer);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return new LineagePicture(data.ToArray(), Pictures.AltText.Of(content), size.Width, size.Height);
    }

    private static void Draw(PictureCanvas canvas, Palette palette, PictureHeading heading, PictureLayout layout, PictureFooter footer)
    {
        var baseline = Spacing.Margin + Spacing.TitleSize;
        foreach (var line in heading.Title)
        {
            canvas.Text(line, Spacing.Margin, baseline, Spacing.TitleSize, palette.Ink, isBold: true);
            baseline += Spacing.TitleLine;
        }

        baseline -= 6;
        foreach (var line in heading.Subtitle)
        {
            canvas.Text(line, Spacing.Margin, baseline, Spacing.SubtitleSize, palette.Quiet);
            baseline += Spacing.SubtitleLine;
        }

        foreach (var link in layout.Links.OrderBy(link => link.Link.IsDisputed))
            canvas.Link(link);
        foreach (var label in layout.Labels)
            canvas.Label(label);
        foreach (var box in layout.Boxes)
            canvas.Box(box);
        footer.Draw(canvas, palette);
    }
}
