using System.Collections.Frozen;
using System.Globalization;

namespace ChatLineage.Answering.Grounding;

/// <summary>A date as a text states it: any part may be missing, also the year («one article says 19 March»).</summary>
internal readonly record struct StatedDate(int? Year, int? Month, int? Day)
{
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }.SelectMany((name, index) => new[] { (Name: name, Month: index + 1), (Name: name[..3], Month: index + 1) })
        .Append((Name: "sept", Month: 9))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>True when this date says everything that the other one says.</summary>
    public bool Covers(StatedDate other) =>
        (other.Year is null || other.Year == Year) && (other.Month is null || other.Month == Month)
            && (other.Day is null || other.Day == Day);

    /// <summary>The earliest and the latest day that it can mean; null without a year.</summary>
    public (int First, int Last)? Days => Year is not { } year
        ? null
        : (year * 10000 + (Month ?? 1) * 100 + (Day ?? 1), year * 10000 + (Month ?? 12) * 100 + (Day ?? 31));

    /// <summary>Reads a date at a place of a text.</summary>
    /// <returns>How many atoms it takes; 0 when no date begins there.</returns>
    public static int Read(IReadOnlyList<Atom> atoms, int at, out StatedDate date)
    {
        date = default;
        if (DateOnly.TryParseExact(atoms[at].Norm, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            date = new StatedDate(iso.Year, iso.Month, iso.Day);
            return 1;
        }

        if (DayAt(atoms, at) is { } day && MonthAt(atoms, at + 1) is { } monthAfter)
        {
            var year = Year4(atoms, at + 2);
            date = new StatedDate(year, monthAfter, day);
            return year is null ? 2 : 3;
        }

        if (MonthAt(atoms, at) is { } month)
            return FromMonth(atoms, at, month, out date);
        if (Year4(atoms, at) is not { } alone)
            return 0;
        date = new StatedDate(alone, null, null);
        return 1;
    }

    // «April 28, 2023», «April 2023», «April 28»; a lone month name could be a verb or a name.
    private static int FromMonth(IReadOnlyList<Atom> atoms, int at, int month, out StatedDate date)
    {
        if (Year4(atoms, at + 1) is { } year)
        {
            date = new StatedDate(year, month, null);
            return 2;
        }

        if (DayAt(atoms, at + 1) is { } day)
        {
            var comma = at + 2 < atoms.Count && atoms[at + 2].Norm == "," ? 1 : 0;
            var after = Year4(atoms, at + 2 + comma);
            date = new StatedDate(after, month, day);
            return after is null ? 2 : 3 + comma;
        }

        date = new StatedDate(null, month, null);
        return atoms[at].IsCapital && atoms[at].Norm.Length > 3 && at > 0
            && atoms[at - 1].Norm is "in" or "on" or "of" or "and" or "until" or "since" ? 1 : 0;
    }

    private static int? DayAt(IReadOnlyList<Atom> atoms, int at)
    {
        if (at >= atoms.Count)
            return null;
        var text = atoms[at].Norm;
        if (text.Length > 2 && text.AsSpan(text.Length - 2) is "st" or "nd" or "rd" or "th")
            text = text[..^2];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? MonthAt(IReadOnlyList<Atom> atoms, int at) =>
        at < atoms.Count && atoms[at].IsCapital && Months.TryGetValue(atoms[at].Norm, out var month) ? month : null;

    private static int? Year4(IReadOnlyList<Atom> atoms, int at) =>
        at < atoms.Count && !atoms[at].Glued && atoms[at].Norm is { Length: 4 } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1950 and <= 2099 ? year : null;
}
