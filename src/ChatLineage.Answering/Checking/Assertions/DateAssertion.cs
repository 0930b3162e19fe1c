using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That something came out, was founded or happened at a date.</summary>
/// <param name="Subjects">What the subject can mean.</param>
/// <param name="Date">The date; the year is 1 where the text gives none.</param>
internal sealed record DateAssertion(ImmutableArray<Entity> Subjects, PartialDate Date) : Assertion(Subjects)
{
    public override string InWords => $"{Subject!.Name} {Dating.Verb(Subject)} {(Date.Day is null ? "in" : "on")} {Words(Date)}";

    public override string Relation => "date";

    public override string Value => Date.Year > 1 ? Date.ToString() : Date.ToString().Replace("0001", "-", StringComparison.Ordinal);

    /// <summary>A date in words, without the year where it has none.</summary>
    public static string Words(PartialDate date) =>
        date.Year > 1 ? date.ToWords() : date.ToWords().Replace(" " + 1.ToString("D4", CultureInfo.InvariantCulture), "",
            StringComparison.Ordinal);
}
