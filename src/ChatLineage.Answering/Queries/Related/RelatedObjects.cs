using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>Evaluates and words questions for the objects of an entity: its base, its makers, its training data.</summary>
internal static class RelatedObjects
{
    private const int MostDetails = 2;

    public static QueryResult Evaluate(RelatedQuery query, EvaluationContext context)
    {
        if (query.Within is { } organisation && Place(query.Entity, organisation, context) is { } place)
            return place;
        var facts = Facts(query, context);
        if (facts.IsEmpty && Hinted(query, [], context) is [var told, ..])
            return new QueryResult { Statements = [Statement.Of(told.Line.Text, told.Line)], Named = [told.Object] };
        if (facts.IsEmpty && Told(query, context) is { } passage)
            return passage;
        if (facts.IsEmpty)
            return Abstain.NotRecorded(Missing(query), Abstain.Nearest(query.Entity, context), query.Entity);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var group in facts.GroupBy(fact => fact.Predicate).Take(2))
            statements.AddRange(Wording(query, [.. group], context));
        if (query.Count && facts.Length > 1)
            statements[0] = Statement.WorkedOut("", $"{Narrowed(facts, query).Length} in the notes: {statements[0].Text}",
                statements[0].Lines.AsSpan());
        statements.AddRange(Hinted(query.Predicates[0] == Predicates.Uses ? query : query with { CueWords = [] }, facts, context)
            .Take(MostDetails).Select(fact => Statement.Of(fact.Line.Text, fact.Line)));
        var conflicts = context.Knowledge.ConflictsAbout(query.Entity)
            .Where(conflict => query.Predicates.Contains(conflict.Predicate) && conflict.Aspect is null).ToImmutableArray();
        foreach (var conflict in conflicts.Take(1))
            statements.Add(context.Conflicts.Aside(conflict));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            FurtherEvidence = [.. facts.Select(fact => fact.Line)],
            Expected = new Expectation(null, [[.. facts.Select(fact => fact.Object).SelectMany(Names)]]),
            Conflicts = conflicts,
            Named = [.. facts.Select(fact => fact.Object)],
        };
    }

    // What joins a person and an organisation: a membership, a lead, a founding.
    private static QueryResult? Place(Entity person, Entity organisation, EvaluationContext context)
    {
        var facts = context.Facts.From(organisation, Predicates.LedBy, Predicates.CreatedBy).Where(fact => fact.Object == person)
            .Concat(context.Facts.From(person, Predicates.MemberOf).Where(fact => fact.Object == organisation))
            .OrderByDescending(fact => fact.Best.Detail is not null).ToList();
        return facts.Count == 0 ? null : new QueryResult
        {
            Statements = [.. facts.Select(fact => Statement.Of(fact.Line.Text, fact.Line))],
            Expected = new Expectation(null, facts[0].Best.Detail is { } detail ? [[detail]] : []),
            Named = [person, organisation],
        };
    }

    // What claims lack, the prose may tell: the parts of a dataset, or where it came from.
    private static QueryResult? Told(RelatedQuery query, EvaluationContext context)
    {
        if (query.Predicates[0].Role is not (LineageRole.Derivation or LineageRole.Ingredient) || query.Entity.Kind != EntityKind.Dataset)
            return null;
        var lines = ProseLines.Under(query.Entity, context, "What it came from").Take(MostDetails + 1)
            .Select(line => Statement.Of(line.Text, line)).ToImmutableArray();
        var parts = context.Facts.To(query.Entity, Predicates.MemberOf);
        if (lines.IsEmpty && parts.IsEmpty)
            return null;
        return new QueryResult
        {
            Statements = lines.IsEmpty
                ? [Statement.WorkedOut("",
                $"Parts of {query.Entity.Name} in the notes: {Listing.Of([.. parts.Select(fact => fact.Subject.Name)])}.",
                [.. parts.Take(Listing.Most).Select(fact => fact.Line)])] : lines,
            Named = [query.Entity, .. parts.Select(fact => fact.Subject)],
        };
    }

    private static ImmutableArray<Fact> Narrowed(ImmutableArray<Fact> facts, RelatedQuery query)
    {
        var fitting = facts.Where(fact => Mentions(fact, [.. query.Hints, .. query.CueWords])).ToImmutableArray();
        return fitting.Length > 1 ? fitting : facts;
    }

    /// <summary>The facts asked for; the next best relation where the notes have none of the one asked for.</summary>
    private static ImmutableArray<Fact> Facts(RelatedQuery query, EvaluationContext context)
    {
        bool Fits(Fact fact) => !query.Excluded.Contains(fact.Object) && (query.ObjectKind is null || fact.Object.Kind == query.ObjectKind);
        var found = context.Facts.From(query.Entity, query.Predicates).Where(Fits).ToImmutableArray();
        if (found.IsEmpty && query.Predicates[0].Role == LineageRole.Derivation)
            found = [.. context.Facts.From(query.Entity, [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)]).Where(Fits)];
        if (found.IsEmpty)
            found = [.. Fallbacks(query).Select(predicate => context.Facts.From(query.Entity, predicate).Where(Fits))
                .FirstOrDefault(facts => facts.Any(), [])];
        if (query.TextOnly && !found.IsEmpty && found[0].Predicate.Role is LineageRole.Derivation or LineageRole.Ingredient)
            found = Modality.TextOnly(found, context);
        var bases = context.Knowledge.Graph.Bases(query.Entity).Select(step => step.Entity).ToHashSet();
        // A base of a base is no base of its own: «StableVicuna is built on LLaMA» is its tune of Vicuna told less exactly.
        bool IsFurther(Fact fact) => query.Entity.Kind == EntityKind.Model
            && found.Any(other => other.Object != fact.Object && other.Predicate.Role == LineageRole.Derivation
            && context.Knowledge.Graph.Ancestors(other.Object).Any(step => step.Entity == fact.Object));
        return [.. found.Where(fact => fact.Predicate.Role != LineageRole.Derivation || (bases.Contains(fact.Object) && !IsFurther(fact)))
            .Take(30)];
    }

    private static IEnumerable<Predicate> Fallbacks(RelatedQuery query)
    {
        var asked = query.Predicates[0];
        if (query.Predicates.Length == 4 && query.Predicates.Contains(Predicates.TrainedOn))
            return [];
        if (asked.Role == LineageRole.Derivation)
            return [Predicates.Uses, Predicates.DistilledFrom, Predicates.Reimplements, Predicates.SuccessorOf, Predicates.TrainedOn];
        if (asked == Predicates.TrainedOn)
            return query.Entity.Kind == EntityKind.Model ? [Predicates.DistilledFrom]
                : [Predicates.BuiltOn, Predicates.DistilledFrom, Predicates.Uses];
        if (asked == Predicates.DistilledFrom)
            return query.Entity.Kind == EntityKind.Dataset ? [Predicates.CreatedBy, Predicates.TrainedOn, Predicates.Uses] : [];
        if (asked == Predicates.Uses)
            return [Predicates.BuiltOn, Predicates.FineTunedFrom, Predicates.TrainedOn];
        return asked == Predicates.LedBy ? [Predicates.CreatedBy] : asked == Predicates.CreatedBy ? [Predicates.LedBy] : [];
    }

    // Other facts of the entity whose detail bears on the rest of the question: «tuned from what, and on whose traces».
    public static ImmutableArray<Fact> Hinted(RelatedQuery query, ImmutableArray<Fact> told, EvaluationContext context) =>
    [
        .. context.Facts.From(query.Entity, [.. Predicates.All])
            .Where(fact => !told.Any(each => each.Object == fact.Object)
                && fact.Claims.Any(claim => claim.Detail is { } detail && query.Hints.Concat(query.CueWords)
                .Any(hint => Stem.Holds(detail, hint)))),
    ];

    private static List<Statement> Wording(RelatedQuery query, ImmutableArray<Fact> facts, EvaluationContext context)
    {
        var lines = facts.Select(fact => fact.Line).ToImmutableArray();
        if (facts.Length == 1 && facts[0].Predicate.Role == LineageRole.Derivation && Chain(facts[0], context) is { } chain)
            return [new Statement(Single(facts[0]), lines), chain];
        if (facts.Length == 1)
            return [new Statement(Single(facts[0]), lines)];
        var predicate = facts[0].Predicate;
        var isActive = predicate.Role == LineageRole.Provenance && predicate != Predicates.MemberOf && predicate != Predicates.HostedBy;
        var together = isActive
            ? new Statement(Active(facts[0], Listing.Of([.. facts.Select(fact => Mentions(fact, query.Hints)
                ? FactWording.Detailed(fact) : fact.Object.Name)]), several: true), lines)
            : FactWording.Together(facts);
        if (facts.Length > Listing.Most)
            together = Statement.WorkedOut("", together.Text, lines.AsSpan()[..Listing.Most]);
        var statements = new List<Statement> { together };
        statements.AddRange(facts.Where(fact => Mentions(fact, query.Hints)
                && !together.Text.Contains(FactWording.Detailed(fact), StringComparison.Ordinal)).Take(MostDetails)
            .Select(fact => Statement.Of(fact.Line.Text, fact.Line)));
        return statements;
    }

    // The base has a base of its own: the way down to the root is the rest of the answer.
    private static Statement? Chain(Fact fact, EvaluationContext context) =>
        context.Knowledge.Graph.Roots(fact.Object).MaxBy(root => context.Facts.Weight(root.Entity)) is { } root
        && PathWording.Fullest(fact.Object, root.Entity, context) is { } path ? PathWording.Chain(path) : null;

    // One object: the maker stands first, as «who» asks; everything else reads as the claim does.
    private static string Single(Fact fact)
    {
        var isMaker = fact.Predicate == Predicates.ReleasedBy || fact.Predicate == Predicates.CreatedBy
            || fact.Predicate == Predicates.LedBy || fact.Predicate == Predicates.FundedBy;
        if (!isMaker)
            return fact.Line.Text;
        return Active(fact, fact.Object.Name, several: false);
    }

    private static string Active(Fact fact, string makers, bool several)
    {
        var verb = ActiveVerb(fact, several);
        var on = ClaimWording.HappenedThen(fact.Best) && fact.On is { } date ? " " + date.ToPhrase() : "";
        var detail = !several && fact.Best.Detail is { } text && !IsIdle(fact, text) ? $" ({text})" : "";
        return $"{makers} {verb} {fact.Subject.Name}{on}{detail}.";
    }

    // Details that only repeat the verb («founder»), or say where a date comes from.
    private static bool IsIdle(Fact fact, string detail) =>
        fact.Predicate == Predicates.ReleasedBy || detail is "founder" or "co-founder" or "author" or "creator" or "maker";

    private static string ActiveVerb(Fact fact, bool several)
    {
        if (fact.Predicate == Predicates.CreatedBy)
            return fact.Subject.Kind == EntityKind.Organisation ? "founded" : fact.Subject.Kind == EntityKind.Event
                && fact.Object.Kind == EntityKind.Person ? "wrote" : "created";
        if (fact.Predicate == Predicates.LedBy)
            return several ? "lead" : "leads";
        return fact.Predicate == Predicates.FundedBy ? (several ? "fund" : "funds") : fact.Predicate.Inverse;
    }

    private static bool Mentions(Fact fact, ImmutableArray<string> hints) =>
        fact.Best.Detail is { } detail && hints.Any(hint => hint.Length > 3 && detail.Contains(hint, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Prepend(entity.Name);

    private static string Missing(RelatedQuery query)
    {
        var name = query.Entity.Name;
        var predicate = query.Predicates[0];
        if (predicate.Role == LineageRole.Derivation)
            return $"what {name} is built on";
        if (predicate == Predicates.TrainedOn)
            return $"what {name} was trained on";
        if (predicate == Predicates.LedBy)
            return $"who leads {name}";
        if (predicate == Predicates.FundedBy)
            return $"who funds {name}";
        return predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy ? $"who made {name}"
            : $"{(query.ObjectKind is { } kind ? "which " + kind.Plural() : "what")} {name} {predicate.Phrase}";
    }
}
