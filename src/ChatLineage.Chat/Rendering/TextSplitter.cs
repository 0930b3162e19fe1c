using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.Chat.Rendering;

/// <summary>
/// Splits marked-up text into messages. Breaks between paragraphs, lines, sentences or words, in this order; never inside a link, a
/// citation, a code span or a character. A code fence that spans messages is closed and opened again.
/// </summary>
public static partial class TextSplitter
{
    private const string Fence = "```";

    /// <summary>The parts, in order, each at most <paramref name="maxLength"/> long and none blank.</summary>
    /// <param name="text">Text in any of the dialects.</param>
    /// <param name="maxLength">In UTF-16 code units; at least 20.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is below 20.</exception>
    public static ImmutableArray<string> Split(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 20);
        var parts = ImmutableArray.CreateBuilder<string>();
        var rest = text.Trim('\n', ' ');
        while (rest.Length > maxLength)
        {
            var end = BreakIn(rest, maxLength);
            var part = rest[..end].TrimEnd();
            rest = rest[end..].TrimStart(' ', '\n');
            if (OpenFence(part) is { } opening)
            {
                part += part.EndsWith('\n') ? Fence : '\n' + Fence;
                rest = opening + '\n' + rest;
            }

            if (part.Length > 0)
                parts.Add(part);
        }

        if (rest.Length > 0)
            parts.Add(rest);
        return parts.DrainToImmutable();
    }

    // The best place to break: as late as possible at the strongest kind of pause that leaves no part nearly empty.
    private static int BreakIn(string text, int maxLength)
    {
        // Room to close a fence.
        var room = text.AsSpan(0, maxLength).Contains(Fence, StringComparison.Ordinal) ? maxLength - Fence.Length - 1 : maxLength;
        var whole = Whole().Matches(text).TakeWhile(match => match.Index < room).Where(match => match.Index + match.Length <= text.Length).ToList();
        foreach (var (pause, least) in new[] { ("\n\n", room / 3), ("\n", room / 3), (". ", room / 3), (" ", 1) })
        {
            for (var at = text.LastIndexOf(pause, room - pause.Length, StringComparison.Ordinal); at >= least; at = text.LastIndexOf(pause, at - 1, StringComparison.Ordinal))
            {
                var end = at + pause.Length;
                if (!whole.Exists(match => match.Index < end && end < match.Index + match.Length) && !IsFenceLine(text, end))
                    return end;
            }
        }

        var before = whole.Find(match => match.Index > 0 && match.Index < room && room < match.Index + match.Length)?.Index;
        return before ?? LastCharacter(text, room);
    }

    // Behind the opening of a fence nothing stands yet that would be worth a part.
    private static bool IsFenceLine(string text, int end)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, end - 2)) + 1;
        return text.AsSpan(line, end - line).StartsWith(Fence, StringComparison.Ordinal) && OpenFence(text[..end]) is not null;
    }

    private static int LastCharacter(string text, int room)
    {
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (end + length > room)
                break;
            end += length;
        }

        // One character that is longer than a message: an abuse of combining marks.
        return end > 0 ? end : char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }

    // The line that opened the fence in which a text ends; null when it ends outside of any.
    private static string? OpenFence(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(Fence, StringComparison.Ordinal)))
            open = open is null ? line : null;
        return open is { Length: > 20 } ? Fence : open;
    }

    // What stays whole: escapes, links of Markdown and of mrkdwn, citations with the space before them, code spans, fence marks, entities.
    [GeneratedRegex(@"```[a-z0-9+#-]*|\\.|\x20?\[(?:\\.|[^\[\]\\\n])*\]\((?:<[^<>\n]*>|[^()\n]*)\)|\x20?<[^<>\s][^<>\n]*>|\x20?(?:\\?\[[0-9]{1,3}\\?\])+|`[^`\n]+`|&(?:amp|lt|gt);", RegexOptions.Singleline)]
    private static partial Regex Whole();
}
