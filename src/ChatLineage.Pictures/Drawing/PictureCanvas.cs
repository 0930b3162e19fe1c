using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Layout;
using ChatLineage.Pictures.Lettering;
using SkiaSharp;

namespace ChatLineage.Pictures.Drawing;

/// <summary>Draws the parts of a picture onto a surface, in the colours of a theme.</summary>
internal sealed class PictureCanvas(SKCanvas canvas, Palette palette)
{
    private const float ArrowLength = 10;
    private const float ArrowHalf = 5;

    /// <summary>A line of text, with its baseline.</summary>
    public void Text(
        string text, float x, float baseline, float size, SKColor colour, bool isBold = false, SKTextAlign align = SKTextAlign.Left)
    {
        // Without hints and on parts of pixels, so that letters stand where they were measured.
        using var font = new SKFont(isBold ? Typefaces.SemiBold : Typefaces.Regular, size);
        (font.Subpixel, font.Hinting, font.Edging) = (true, SKFontHinting.None, SKFontEdging.Antialias);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, font, paint);
    }

    /// <summary>A line between boxes with its arrow head.</summary>
    public void Link(PlacedLink link)
    {
        using var builder = new SKPathBuilder();
        var points = link.Points;
        builder.MoveTo(points[0]);
        for (var i = 1; i < points.Length; i++)
        {
            // The arrow head covers the rest.
            var to = i == points.Length - 1 ? new SKPoint(points[i].X, points[i].Y - ArrowLength) : points[i];
            var from = points[i - 1];
            var middle = (from.Y + to.Y) / 2;
            if (Math.Abs(from.X - to.X) < 0.5f)
                builder.LineTo(to);
            else
                builder.CubicTo(from.X, middle, to.X, middle, to.X, to.Y);
        }

        using var path = builder.Detach();
        Stroke(path, link.Link.IsDisputed ? palette.Disputed : palette.Line, 2, link.Link.IsDisputed);
        Arrow(points[^1], link.Link.IsDisputed ? palette.Disputed : palette.Line);
    }

    /// <summary>The words on a line.</summary>
    public void Label(PlacedLabel label)
    {
        using var paint = new SKPaint { Color = palette.Page, IsAntialias = true };
        canvas.DrawRoundRect(label.Bounds, 6, 6, paint);
        var colour = label.IsDisputed ? palette.Disputed : palette.Quiet;
        Text(label.Text, label.Bounds.MidX, label.Bounds.Bottom - 6, Spacing.LabelSize, colour, align: SKTextAlign.Center);
    }

    /// <summary>A box with its lines of text.</summary>
    public void Box(PlacedBox placed)
    {
        var kind = placed.Box.Entity?.Kind;
        var isCentre = placed.Box.Level == 0;
        Shape(kind, placed.Bounds, isCentre);
        var lines = (placed.Name.Length * Spacing.NameLine) + (placed.About.Length > 0 ? Spacing.AboutLine : 0);
        var baseline = placed.Bounds.MidY - (lines / 2) + Spacing.NameSize;
        var (ink, quiet) = isCentre ? (SKColors.White, SKColors.White) : (kind is null ? palette.Quiet : palette.Ink, palette.Quiet);
        foreach (var line in placed.Name)
        {
            Text(line, placed.Bounds.MidX, baseline, Spacing.NameSize, ink, isBold: true, SKTextAlign.Center);
            baseline += Spacing.NameLine;
        }

        if (placed.About.Length > 0)
            Text(placed.About, placed.Bounds.MidX, baseline - 4, Spacing.AboutSize, quiet, align: SKTextAlign.Center);
        if (placed.Box is { Beyond: > 0, Level: not 0 })
            Badge(placed);
    }

    /// <summary>The empty shape of a kind, as in the legend.</summary>
    public void Shape(EntityKind? kind, SKRect bounds, bool isCentre)
    {
        using var outline = KindShape.Outline(kind, bounds);
        var (inside, edge) = kind is not { } known ? (palette.Page, palette.Line)
            : isCentre ? (Palette.Centre(known), Palette.Centre(known))
            : (palette.Fill(known), palette.Stroke(known));
        using var fill = new SKPaint { Color = inside, IsAntialias = true };
        canvas.DrawPath(outline, fill);
        Stroke(outline, edge, 2, isDashed: kind is null);
        using var detail = KindShape.Detail(kind, bounds);
        if (detail is not null)
            Stroke(detail, isCentre ? SKColors.White.WithAlpha(150) : edge, 2, isDashed: false);
    }

    /// <summary>A short piece of a line, as in the legend.</summary>
    public void Sample(SKPoint from, SKPoint to)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(from);
        builder.LineTo(to);
        using var path = builder.Detach();
        Stroke(path, palette.Disputed, 2, isDashed: true);
    }

    // «+12» on the side that looks away from the centre.
    private void Badge(PlacedBox placed)
    {
        var text = $"+{placed.Box.Beyond} more";
        using var font = new SKFont(Typefaces.Regular, Spacing.BadgeSize);
        var width = font.MeasureText(text) + 14;
        var middle = placed.Box.Level < 0 ? placed.Bounds.Top : placed.Bounds.Bottom;
        var bounds = SKRect.Create(placed.Bounds.Right - width - 8, middle - 11, width, 22);
        using var fill = new SKPaint { Color = palette.Page, IsAntialias = true };
        canvas.DrawRoundRect(bounds, 11, 11, fill);
        using var edge = new SKPaint { Color = palette.Stroke(placed.Box.Entity!.Kind), IsAntialias = true, IsStroke = true };
        edge.StrokeWidth = 1.5f;
        canvas.DrawRoundRect(bounds, 11, 11, edge);
        Text(text, bounds.MidX, middle + 5, Spacing.BadgeSize, palette.Quiet, align: SKTextAlign.Center);
    }

    private void Arrow(SKPoint tip, SKColor colour)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([tip, new(tip.X - ArrowHalf, tip.Y - ArrowLength), new(tip.X + ArrowHalf, tip.Y - ArrowLength)]);
        using var path = builder.Detach();
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private void Stroke(SKPath path, SKColor colour, float width, bool isDashed)
    {
        using var dashes = isDashed ? SKPathEffect.CreateDash([7, 5], 0) : null;
        using var paint = new SKPaint { Color = colour, IsAntialias = true, IsStroke = true, StrokeWidth = width, PathEffect = dashes };
        canvas.DrawPath(path, paint);
    }
}
