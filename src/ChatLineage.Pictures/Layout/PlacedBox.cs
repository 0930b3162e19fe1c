using System.Collections.Immutable;
using ChatLineage.Pictures.Content;
using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>A box with its place and its lines, cut to fit.</summary>
/// <param name="Box">What it shows.</param>
/// <param name="Bounds">Where it stands.</param>
/// <param name="Name">The lines of its name, at least one.</param>
/// <param name="About">The line below the name; empty when there is none.</param>
internal sealed record PlacedBox(Box Box, SKRect Bounds, ImmutableArray<string> Name, string About);
