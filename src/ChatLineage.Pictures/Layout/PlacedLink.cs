using System.Collections.Immutable;
using ChatLineage.Pictures.Content;
using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>A line with its way from the bottom of the upper box to the top of the lower one.</summary>
/// <param name="Link">What it says.</param>
/// <param name="Points">
/// Points downwards, at least two: between those of the same x it runs straight, between others it curves and is upright at both.
/// </param>
internal sealed record PlacedLink(Link Link, ImmutableArray<SKPoint> Points);
