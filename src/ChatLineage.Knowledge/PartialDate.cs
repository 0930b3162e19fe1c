using System.Globalization;

namespace ChatLineage.Knowledge;

/// <summary>A calendar date known to the day, to the month or to the year only, as sources give it.</summary>
/// <param name="Year">The year, 1 to 9999.</param>
/// <param name="Month">The month, 1 to 12, or null when only the year is known.</param>
/// <param name="Day">The day of the month, or null when it is not known.</param>
/// <remarks>Immutable. Ordering places a date by its earliest possible day; two dates can also overlap (<see cref="Agrees"/>).</remarks>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The earliest day that the date can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The latest day that the date can mean.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    /// <returns>False when the text has another form or names a day that no calendar has.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || !Number(parts[0], out var year) || year == 0)
            return false;
        if (parts.Length == 1)
        {
            date = new PartialDate(year);
            return true;
        }

        if (parts[1].Length != 2 || !Number(parts[1], out var month) || month is < 1 or > 12)
            return false;
        if (parts.Length == 2)
        {
            date = new PartialDate(year, month);
            return true;
        }

        if (parts[2].Length != 2 || !Number(parts[2], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>True when every day the date can mean lies before every day <paramref name="other"/> can mean.</summary>
    public bool IsBefore(PartialDate other) => Latest < other.Earliest;

    /// <summary>True when one date is the other, or the other told less exactly.</summary>
    public bool Agrees(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>The date in words: <c>28 April 2023</c>, <c>April 2023</c> or <c>2023</c>.</summary>
    public string ToWords()
    {
        var year = Year.ToString("D4", CultureInfo.InvariantCulture);
        if (Month is not { } month)
            return year;
        return Day is { } day ? $"{day} {MonthNames[month - 1]} {year}" : $"{MonthNames[month - 1]} {year}";
    }

    /// <summary>The date in few letters: <c>28 Apr 2023</c>, <c>Apr 2023</c> or <c>2023</c>.</summary>
    public string ToShortWords() =>
        Month is { } month ? ToWords().Replace(MonthNames[month - 1], MonthNames[month - 1][..3], StringComparison.Ordinal) : ToWords();

    /// <summary>The date with the preposition that English puts before it: <c>on 28 April 2023</c>, <c>in April 2023</c>, <c>in
    /// 2023</c>.</summary>
    public string ToPhrase() => (Day is null ? "in " : "on ") + ToWords();

    /// <inheritdoc/>
    public int CompareTo(PartialDate other)
    {
        var byStart = Earliest.CompareTo(other.Earliest);
        return byStart != 0 ? byStart : Latest.CompareTo(other.Latest);
    }

    /// <summary>The ISO form, as notes write it.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };

    /// <summary>Orders by earliest day.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Orders by earliest day.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Orders by earliest day.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by earliest day.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
