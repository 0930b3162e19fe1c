using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>Finds dates in the words of a question: «2023», «april 2023», «28 april 2023», «March 19».</summary>
internal static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads the dates and marks their words as taken. A day without a year has year 1: it fits every year.</summary>
    public static ImmutableArray<PartialDate> Read(string?[] words, bool[] taken)
    {
        var dates = ImmutableArray.CreateBuilder<PartialDate>();
        for (var i = 0; i < words.Length; i++)
        {
            if (Month(words, i) is { } month)
            {
                var (date, from, to) = Around(words, i, month);
                if (date is { } found)
                {
                    dates.Add(found);
                    Array.Fill(taken, true, from, to - from);
                    i = to - 1;
                }
            }
            else if (Year(words, i) is { } year && !taken[i] && Month(words, i + 1) is null)
            {
                dates.Add(new PartialDate(year));
                taken[i] = true;
            }
        }

        return dates.DrainToImmutable();
    }

    /// <summary>Whether a folded word names a month: «april», «apr», «sept».</summary>
    public static bool IsMonth(string word) => Month([word], 0) is not null;

    private static (PartialDate? Date, int From, int To) Around(string?[] words, int at, int month)
    {
        var from = at;
        var to = at + 1;
        int? day = null;
        if (Day(words, at - 1) is { } before)
        {
            day = before;
            from = at - 1;
        }
        else if (Word(words, at - 1) is "st" or "nd" or "rd" or "th" or "of" && Day(words, at - 2) is { } ordinal)
        {
            day = ordinal;
            from = at - 2;
        }
        else if (Word(words, at - 1) is "of" && Word(words, at - 2) is "st" or "nd" or "rd" or "th" && Day(words, at - 3) is { } named)
        {
            day = named;
            from = at - 3;
        }
        else if (Day(words, at + 1) is { } after)
        {
            day = after;
            to = at + 2;
            if (Word(words, to) is "st" or "nd" or "rd" or "th")
                to++;
        }

        var year = Year(words, to);
        if (year is not null)
            to++;
        // «may» without a day or a year is a verb.
        if (year is null && day is null)
            return (words[at] == "may" ? null : new PartialDate(1, month), from, to);
        return day is { } number && number > DateTime.DaysInMonth(year ?? 2024, month)
            ? (new PartialDate(year ?? 1, month), from, to)
            : (new PartialDate(year ?? 1, month, day), from, to);
    }

    private static string? Word(string?[] words, int at) => at >= 0 && at < words.Length ? words[at] : null;

    private static int? Month(string?[] words, int at)
    {
        if (Word(words, at) is not { Length: >= 3 } word)
            return null;
        var index = Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.Ordinal));
        if (index < 0)
            return null;
        var full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(index + 1).ToLowerInvariant();
        return full.StartsWith(word, StringComparison.Ordinal) || word == "sept" ? index + 1 : null;
    }

    private static int? Year(string?[] words, int at) =>
        Word(words, at) is { Length: 4 } word && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1990 and <= 2099 ? year : null;

    private static int? Day(string?[] words, int at) =>
        Word(words, at) is { Length: <= 2 } word && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : null;
}
