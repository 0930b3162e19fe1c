namespace ChatLineage.Pictures.Layout;

/// <summary>
/// The measures of a picture, in units of which 720 make its width. A telephone shows that on some 390 points, so letters of 21 units
/// stand there at 11 points.
/// </summary>
internal static class Spacing
{
    public const float Width = 720;
    public const float Margin = 28;
    public const int Columns = 3;
    public const float ColumnGap = 34;

    public const float BoxPadding = 11;
    /// <summary>What the ends of some shapes, such as the points of a hexagon, take from the room of the text.</summary>
    public const float ShapeInset = 5;

    public const float NameSize = 21;
    public const float NameLine = 26;
    public const float AboutSize = 16.5f;
    public const float AboutLine = 22;
    public const int NameLines = 3;

    public const float LabelSize = 16.5f;
    public const float LabelHeight = 23;
    public const float LabelLane = 27;
    public const float LabelPadding = 7;
    public const float ArrowRoom = 16;
    public const float CurveHeight = 44;

    public const float BadgeSize = 14.5f;

    public const float TitleSize = 30;
    public const float TitleLine = 38;
    public const float SubtitleSize = 17;
    public const float SubtitleLine = 24;
    public const float FooterSize = 15;
    public const float LegendLine = 28;

    /// <summary>What a line keeps between itself and a box that it passes.</summary>
    public const float Clearance = 6;

    /// <summary>Between the lines of different boxes that pass through the same gap.</summary>
    public const float LaneWidth = 7;

    /// <summary>The width of a box in a row of so many: wider when there are fewer, so that long names fit.</summary>
    public static float BoxWidth(int boxes) => boxes switch
    {
        1 => 430,
        2 => 300,
        _ => (Width - (2 * Margin) - ((Columns - 1) * ColumnGap)) / Columns,
    };
}
