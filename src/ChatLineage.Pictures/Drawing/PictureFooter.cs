using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Content;
using ChatLineage.Pictures.Layout;
using ChatLineage.Pictures.Lettering;
using SkiaSharp;

namespace ChatLineage.Pictures.Drawing;

/// <summary>The lines below a picture: what its shapes and dashes mean, where it comes from and how new the notes are.</summary>
internal sealed class PictureFooter
{
    private const float SampleWidth = 30;
    private const float SampleHeight = 18;

    private readonly PictureContent _content;
    private readonly List<(EntityKind? Kind, string Label, SKPoint At)> _entries = [];
    private readonly float _baseline;

    public PictureFooter(PictureContent content, float top)
    {
        _content = content;
        using var font = new SKFont(Typefaces.Regular, Spacing.FooterSize);
        var at = new SKPoint(Spacing.Margin, top + 40);
        foreach (var (kind, label) in Entries())
        {
            var width = SampleWidth + 8 + font.MeasureText(label);
            if (at.X + width > Spacing.Width - Spacing.Margin)
                at = new SKPoint(Spacing.Margin, at.Y + Spacing.LegendLine);
            _entries.Add((kind, label, at));
            at.X += width + 20;
        }

        _baseline = at.Y + Spacing.LegendLine + 10;
    }

    /// <summary>Where the picture ends.</summary>
    public float Bottom => _baseline + Spacing.Margin;

    /// <summary>Draws the lines.</summary>
    public void Draw(PictureCanvas canvas, Palette palette)
    {
        foreach (var (kind, label, at) in _entries)
        {
            if (kind is { } known)
                canvas.Shape(known, SKRect.Create(at.X, at.Y - 14, SampleWidth, SampleHeight), isCentre: false);
            else
                canvas.Sample(new SKPoint(at.X, at.Y - 5), new SKPoint(at.X + SampleWidth, at.Y - 5));
            canvas.Text(label, at.X + SampleWidth + 8, at.Y, Spacing.FooterSize, palette.Quiet);
        }

        var notes = _content.Newest is { } newest ? $"Notes with sources up to {newest.ToWords()}" : "Notes without dated sources";
        canvas.Text(notes, Spacing.Margin, _baseline, Spacing.FooterSize, palette.Quiet);
        const float Right = Spacing.Width - Spacing.Margin;
        canvas.Text("ChatLineage", Right, _baseline, Spacing.FooterSize, palette.Quiet, isBold: true, SKTextAlign.Right);
    }

    private IEnumerable<(EntityKind? Kind, string Label)> Entries()
    {
        var kinds = _content.Boxes.Select(box => box.Entity?.Kind).ToHashSet();
        foreach (var kind in EntityKinds.All.Where(kind => kinds.Contains(kind)))
            yield return (kind, kind.Word());
        if (_content.Links.Any(link => link.IsDisputed))
            yield return (null, "disputed");
    }
}
