using ChatLineage.Knowledge.Entities;
using SkiaSharp;

namespace ChatLineage.Pictures.Drawing;

/// <summary>The colours of a theme. Letters have a contrast of at least 4.5 to 1 against what they stand on (WCAG 2.1, 1.4.3).</summary>
internal sealed class Palette
{
    // Inside and edge of each kind, in the order of EntityKind.
    private static readonly Palette Light = new(
        page: "#FFFFFF", ink: "#17212B", quiet: "#55616E", line: "#8593A1", disputed: "#B93A0B",
        [
            ("#EAF2FD", "#5B8DD6"), ("#E7F6EC", "#4E9F6C"), ("#F3ECFC", "#9A76CF"), ("#FDF1E0", "#CF9734"), ("#FDEBF0", "#D66F8F"),
            ("#E6F6F7", "#4397A0"), ("#F0F1F3", "#86929E"),
        ]);

    private static readonly Palette Dark = new(
        page: "#12171D", ink: "#EDF2F7", quiet: "#A3B2C1", line: "#70849A", disputed: "#FF9B5E",
        [
            ("#182740", "#5584C4"), ("#14291C", "#4B8F63"), ("#261C38", "#8C6ABF"), ("#33270F", "#B5862F"), ("#351A23", "#BF627E"),
            ("#11292C", "#438C94"), ("#22272D", "#77838F"),
        ]);

    // Behind white letters, so the same in both themes.
    private static readonly string[] Strong = ["#1F5FBF", "#1B7440", "#673BAE", "#8A5704", "#AC2F55", "#14686F", "#4A5561"];

    private readonly (string Fill, string Stroke)[] _kinds;

    private Palette(string page, string ink, string quiet, string line, string disputed, (string Fill, string Stroke)[] kinds)
    {
        (Page, Ink, Quiet) = (SKColor.Parse(page), SKColor.Parse(ink), SKColor.Parse(quiet));
        (Line, Disputed, _kinds) = (SKColor.Parse(line), SKColor.Parse(disputed), kinds);
    }

    /// <summary>Behind everything.</summary>
    public SKColor Page { get; }

    /// <summary>Names and titles.</summary>
    public SKColor Ink { get; }

    /// <summary>What explains.</summary>
    public SKColor Quiet { get; }

    /// <summary>Lines between boxes.</summary>
    public SKColor Line { get; }

    /// <summary>Lines and words that are not believed.</summary>
    public SKColor Disputed { get; }

    /// <summary>The colours of a theme.</summary>
    public static Palette Of(Theme theme) => theme == Theme.Dark ? Dark : Light;

    /// <summary>The inside of boxes of a kind.</summary>
    public SKColor Fill(EntityKind kind) => SKColor.Parse(_kinds[(int)kind].Fill);

    /// <summary>The edge of boxes of a kind.</summary>
    public SKColor Stroke(EntityKind kind) => SKColor.Parse(_kinds[(int)kind].Stroke);

    /// <summary>The inside of the box that the picture is about, behind white letters.</summary>
    public static SKColor Centre(EntityKind kind) => SKColor.Parse(Strong[(int)kind]);
}
