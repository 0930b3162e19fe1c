using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>The words on a line, or on the common end of several that say the same.</summary>
/// <param name="Text">The words.</param>
/// <param name="Bounds">Where they stand.</param>
/// <param name="IsDisputed">True when no claim behind the line is believed.</param>
internal sealed record PlacedLabel(string Text, SKRect Bounds, bool IsDisputed);
