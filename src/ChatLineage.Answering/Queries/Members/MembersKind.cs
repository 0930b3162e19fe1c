using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Members;

/// <summary>Lists and counts by kind, maker, date and licence.</summary>
internal sealed class MembersKind : QueryKind<MembersQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var filter = FilterReader.Read(shape);
        if (filter is not { IsEmpty: true } && Conditions(filter) && !shape.IsYesNo && Family.Of(shape, context) is { } family)
            return new Reading(new MembersQuery(filter with { Maker = null }, shape.Has(Topic.Count), shape.Residue) { Family = family },
                0.93, $"asks which of the {family.Name} family fulfil a condition");
        var things = shape.Entities.Where(entity => entity.Kind.IsArtefact() || entity.Kind == EntityKind.Event);
        if (things.Any() || (filter.Maker is null && filter.Licence is null && filter.From is null && filter.To is null
            && !filter.Commercial) || shape.Kinds.IsEmpty)
            return null;
        if (filter.Kind?.IsArtefact() != true)
            return null;
        var listing = shape.Has(Topic.Count) || shape.Has(Topic.List) || !shape.IsYesNo;
        return listing ? new Reading(new MembersQuery(filter, shape.Has(Topic.Count), shape.Residue),
            (filter.Licence is not null ? 0.88 : 0.78) - (0.05 * Math.Min(3, shape.Residue.Length)),
            "asks for things of a kind under conditions") : null;
    }

    private static bool Conditions(Filter filter) => filter.Licence is not null || filter.From is not null || filter.To is not null
        || filter.Commercial || filter.Open || filter.Size is not null;

    protected override QueryResult Evaluate(MembersQuery query, EvaluationContext context)
    {
        var members = (query.Family?.Members ?? Candidates(query.Filter, context)).Where(entity => query.Filter.Accepts(entity, context))
            .OrderByDescending(context.Facts.Weight).ToList();
        if (members.Count == 0)
            return Abstain.NotRecorded($"any {(query.Family is { } none ? none.Name + " " : "")}{query.Filter.Kind?.Plural() ?? "thing"}{query.Filter.InWords()}", null,
                query.Filter.Maker is { } maker ? [maker] : []);
        var lines = members.Take(Listing.Most).Select(entity => Proof(entity, query.Filter, context)).OfType<EvidenceLine>()
            .ToImmutableArray();
        var names = Listing.Of([.. members.Select(entity => entity.Name)]);
        var counted = $"{members.Count} {(query.Family is { } family ? family.Name + " " : "")}{(members.Count == 1 ? query.Filter.Kind!.Value.Word() : query.Filter.Kind!.Value.Plural())}{query.Filter.InWords()}";
        var text = query.Count || members.Count > Listing.Most ? $"{counted} in the notes: {names}." : $"{names}.";
        return new QueryResult
        {
            Statements = [query.Count || members.Count > Listing.Most ? Statement.WorkedOut("", text, lines.AsSpan())
                : new Statement(text, lines)],
            Expected = new Expectation(null,
                [[.. query.Count ? [members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)] : members.Take(Listing.Most)
                .Select(entity => entity.Name)]]),
            Named = [.. query.Filter.Maker is { } by ? [by] : Array.Empty<Entity>(), .. members],
        };
    }

    private static IEnumerable<Entity> Candidates(Filter filter, EvaluationContext context)
    {
        if (filter.Maker is { } maker)
            return context.Facts.To(maker, Predicates.ReleasedBy, Predicates.CreatedBy).Select(fact => fact.Subject).Distinct();
        return filter.Licence is { } licence
            ? context.Facts.To(licence, Predicates.LicensedUnder).Select(fact => fact.Subject).Distinct()
            : context.Knowledge.Entities;
    }

    private static EvidenceLine? Proof(Entity entity, Filter filter, EvaluationContext context)
    {
        if (filter.Licence is null && filter.Commercial)
            return context.Facts.From(entity, Predicates.LicensedUnder).FirstOrDefault()?.Line;
        if (filter.Licence is not null)
            return context.Facts.From(entity, Predicates.LicensedUnder).FirstOrDefault(fact => fact.Object == filter.Licence)?.Line;
        return (context.Facts.Makers(entity).FirstOrDefault(fact => filter.Maker is null || fact.Object == filter.Maker)
            ?? context.Facts.Makers(entity).FirstOrDefault())?.Line
            ?? Dating.Of(entity, context)?.Line;
    }
}
