using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Chat.Storage;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary>Words gaps for people to read in a terminal.</summary>
internal static class GapReport
{
    /// <summary>What lines after the first of a gap are indented by: the width of its date and kind.</summary>
    public const string Indent = "                          ";

    /// <summary>The lines: date, kind and question of each gap, and the comment on it.</summary>
    public static IEnumerable<string> Lines(ImmutableArray<Gap> gaps)
    {
        if (gaps.IsEmpty)
            yield return "No gaps: every question was answered, and nobody complained.";
        foreach (var gap in gaps)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{gap.At:yyyy-MM-dd}  {Kind(gap.Kind),-12}  {Harmless(gap.Question)}");
            if (gap.Comment is { } comment)
                yield return $"{Indent}“{Harmless(comment)}”";
        }
    }

    private static string Kind(GapKind kind) => kind switch
    {
        GapKind.Unanswered => "not answered",
        GapKind.NotUseful => "not useful",
        _ => "passed on",
    };

    // Strangers wrote it, and control signs would steer the terminal of whoever reads it.
    private static string Harmless(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
}
