using System.Collections.Immutable;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Turns «a month ago» and «last year» into dates, where it is known when the text was written.</summary>
internal static class RelativeDates
{
    public static ImmutableArray<Piece> Resolve(ImmutableArray<Piece> pieces, PartialDate? written)
    {
        if (written is not { } day)
            return pieces;
        var resolved = ImmutableArray.CreateBuilder<Piece>(pieces.Length);
        for (var at = 0; at < pieces.Length; at++)
        {
            if (Ago(pieces, at, day) is var (date, taken))
            {
                resolved.Add(pieces[at] with { Word = "", Quantity = null, Date = date, End = pieces[at + taken - 1].End });
                at += taken - 1;
            }
            else
            {
                resolved.Add(pieces[at]);
            }
        }

        return resolved.DrainToImmutable();
    }

    private static (PartialDate Date, int Taken)? Ago(ImmutableArray<Piece> pieces, int at, PartialDate written)
    {
        if (pieces[at].Word == "last" && at + 1 < pieces.Length && pieces[at + 1].Word is "month" or "year")
            return (Back(written, 1, pieces[at + 1].Word), 2);
        if (pieces[at].Quantity is { } quantity && at + 1 < pieces.Length && pieces[at + 1].Word == "ago"
            && quantity.Unit.TrimEnd('s') is "month" or "year")
            return (Back(written, (int)quantity.Number, quantity.Unit.TrimEnd('s')), 2);
        return pieces[at].Word is "a" or "one" && at + 2 < pieces.Length && pieces[at + 1].Word is "month" or "year"
            && pieces[at + 2].Word == "ago"
            ? (Back(written, 1, pieces[at + 1].Word), 3)
            : null;
    }

    // Days and weeks are left alone: nobody counts them exactly.
    private static PartialDate Back(PartialDate written, int number, string unit)
    {
        if (unit == "year" || written.Month is null)
            return new PartialDate(Math.Max(1, written.Year - number));
        var day = written.Earliest.AddMonths(-number);
        return new PartialDate(day.Year, day.Month);
    }
}
