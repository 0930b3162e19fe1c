using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Quantity;

/// <summary>Questions for a figure that only a detail, a size or a sentence of prose can hold. Where none does, nobody knows.</summary>
internal sealed class QuantityKind : QueryKind<QuantityQuery>
{
    private static readonly string[] Currencies = ["dollar", "euro", "$", "€"];

    public override Reading? Read(QuestionShape shape, EvaluationContext context) =>
        shape.Measured is { } measure && !shape.Entities.IsEmpty
            ? new Reading(new QuantityQuery(shape.Entities, measure, shape.Residue), 0.89, $"asks for a figure: {measure}", Final: true)
            : null;

    protected override QueryResult Evaluate(QuantityQuery query, EvaluationContext context)
    {
        var near = query.Entities.Concat(query.Entities.SelectMany(entity => Neighbours(entity, context))).Distinct().ToList();
        var lines = near.SelectMany(entity => Told(entity, context)).Where(line => Fits(line.Text, query)).DistinctBy(line => line.Text)
            .OrderByDescending(line => query.Hints.Count(hint => Stem.Holds(line.Text, hint)))
            .ThenByDescending(line => line.Sources[0].Trust)
            .Take(2).ToList();
        var conflict = query.Entities.Concat(near).SelectMany(entity => context.Knowledge.ConflictsAbout(entity))
            .FirstOrDefault(each => !each.IsAboutDate && Fits($"{each.Aspect} {each.First.Value} {each.Second.Value}", query));
        if (lines.Count == 0 && conflict is null)
            return Abstain.NotRecorded($"the {query.Measure} for {query.Entities[0].Name}", Abstain.Nearest(query.Entities[0], context),
                query.Entities[0]);
        return new QueryResult
        {
            Statements = [.. lines.Take(conflict is null ? 2 : 1).Select(line => Statement.Of(line.Text, line)), .. conflict is null
                ? Array.Empty<Statement>() : [context.Conflicts.Aside(conflict)]],
            Conflicts = conflict is null ? [] : [conflict],
            Named = query.Entities,
        };
    }

    private static bool Fits(string text, QuantityQuery query) =>
        HasFigure(text, query) && (IsMoney(query) ? Currencies.Any(currency => text.Contains(currency, StringComparison.Ordinal))
            && query.Entities.Skip(1).All(entity => text.Contains(entity.Name, StringComparison.Ordinal))
            && (query.Entities.Length > 1 || query.Hints.All(hint => hint == query.Measure || Stem.Holds(text, hint))) : query.Measure.Split(' ')
            .All(word => Stem.Holds(text, word)));

    // The 3 of «P3» is no figure of it.
    private static bool HasFigure(string text, QuantityQuery query) =>
        query.Entities.Aggregate(text, (left, entity) => left.Replace(entity.Name, "", StringComparison.Ordinal)).Any(char.IsAsciiDigit);

    // A sum is told in a currency and not with the verb of the question; what a company paid or raised was paid or raised once.
    private static bool IsMoney(QuantityQuery query) => query.Entities.Length > 1
        ? query.Measure is "pay" or "paid" or "cost" or "price" or "raise" or "raised" or "spend" or "spent" or "worth"
        : query.Entities[0].Kind == EntityKind.Organisation && query.Measure is "pay" or "paid" or "raise" or "raised" or "worth";

    private static IEnumerable<Entity> Neighbours(Entity entity, EvaluationContext context) =>
        context.Facts.From(entity, Predicates.TrainedOn, Predicates.MemberOf, Predicates.Uses, Predicates.BuiltOn)
            .Select(fact => fact.Object)
            .Concat(context.Facts.To(entity, Predicates.About, Predicates.MemberOf).Select(fact => fact.Subject));

    private static IEnumerable<EvidenceLine> Told(Entity entity, EvaluationContext context)
    {
        if (entity.Size is { } size && entity.Source is { } source)
            yield return new EvidenceLine($"{entity.Name} has {size}.", [source], []);
        foreach (var claim in context.Knowledge.ClaimsFrom(entity).Where(claim => claim.Stands && claim.Detail is not null))
            yield return claim.Subject.Kind == EntityKind.Event && claim.Predicate == Predicates.About
                ? ClaimWording.Line(claim) with { Text = $"{claim.Subject.Name}: {claim.Detail}." } : ClaimWording.Line(claim);
        foreach (var line in ProseLines.All(entity, context))
            yield return line;
    }
}
