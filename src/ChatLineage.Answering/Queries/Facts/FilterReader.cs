using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Reads conditions on a list out of a question.</summary>
internal static class FilterReader
{
    /// <param name="shape">The question.</param>
    /// <param name="used">Entities that are part of the relation asked about and so are no conditions.</param>
    public static Filter Read(QuestionShape shape, params ReadOnlySpan<Entity> used)
    {
        Entity? maker = null;
        Entity? licence = null;
        foreach (var mention in shape.Mentions)
        {
            if (used.Contains(mention.Entity))
                continue;
            if (mention.Entity.Kind is EntityKind.Organisation or EntityKind.Person)
                maker ??= mention.Entity;
            else if (mention.Entity.Kind == EntityKind.Licence)
                licence ??= mention.Entity;
        }

        var (from, to) = Range(shape);
        // «not from Google» shuts out a maker.
        var denied = maker is not null && shape.HasWord("not", "except", "excluding", "outside", "besides");
        return new Filter(Kind(shape), denied ? null : maker, from, to, licence, shape.Has(Topic.Commercial), shape.HasWord("open")
            && shape.Has(Topic.Openness) && !shape.IsYesNo && Kind(shape) is not EntityKind.Dataset, denied ? maker : null)
        { Size = Size(shape) };
    }

    // «which 7B models»: a number and the letter of billions before the kind of thing.
    private static string? Size(QuestionShape shape)
    {
        for (var i = 0; i + 2 < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is { } number && char.IsAsciiDigit(number[0]) && shape.Terms[i + 1].Word is "b"
                && shape.Terms[i + 2].Word is { } kind && KindWords.Contains(kind))
                return number + "B";
        }

        return null;
    }

    private static EntityKind? Kind(QuestionShape shape)
    {
        var kinds = shape.Kinds.Where(kind => kind is not EntityKind.Licence and not EntityKind.Event).ToList();
        return kinds.Count == 1 ? kinds[0] : null;
    }

    /// <summary>The range that the dates of a question span, with «before», «after», «since» and «until».</summary>
    public static (DateOnly? From, DateOnly? To) Range(QuestionShape shape)
    {
        var dates = shape.Dates.Where(date => date.Year > 1).ToImmutableArray();
        if (dates.IsEmpty)
            return (null, null);
        var earliest = dates.Min(date => date.Earliest);
        var latest = dates.Max(date => date.Latest);
        if (dates.Length == 1 && shape.HasWord("before", "until"))
            return (null, shape.HasWord("before") ? earliest.AddDays(-1) : latest);
        if (dates.Length == 1 && shape.HasWord("after", "since"))
            return (shape.HasWord("after") ? latest.AddDays(1) : earliest, null);
        return (earliest, latest);
    }
}
