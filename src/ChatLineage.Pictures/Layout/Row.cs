using ChatLineage.Pictures.Content;

namespace ChatLineage.Pictures.Layout;

/// <summary>Boxes beside each other; what is placed first across and then, once the labels above it are known, downwards.</summary>
/// <param name="boxes">One to three boxes, from left to right.</param>
internal sealed class Row(List<Box> boxes)
{
    /// <summary>The boxes, from left to right.</summary>
    public List<Box> Boxes { get; } = boxes;

    /// <summary>The width of each box.</summary>
    public float BoxWidth { get; } = Spacing.BoxWidth(boxes.Count);

    /// <summary>The height of each box.</summary>
    public float Height { get; set; }

    /// <summary>The room above it for labels and arrow heads, where lines run upright.</summary>
    public float Zone { get; set; }

    /// <summary>Where its boxes begin.</summary>
    public float Top { get; set; }

    /// <summary>Where its boxes end.</summary>
    public float Bottom => Top + Height;

    /// <summary>The left end of a box.</summary>
    public float Left(int index)
    {
        var all = (Boxes.Count * BoxWidth) + ((Boxes.Count - 1) * Spacing.ColumnGap);
        return ((Spacing.Width - all) / 2) + (index * (BoxWidth + Spacing.ColumnGap));
    }

    /// <summary>The middle of a box.</summary>
    public float Middle(Box box) => Left(Boxes.IndexOf(box)) + (BoxWidth / 2);
}
