using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Members;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Timeline;

/// <summary>Questions for what happened in a time, or around something, in order.</summary>
internal sealed class TimelineKind : QueryKind<TimelineQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var (from, to) = FilterReader.Range(shape);
        var kind = shape.Kinds.Where(each => each is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool).Cast<EntityKind?>()
            .FirstOrDefault();
        var query = new TimelineQuery(shape.Entities, from, to, shape.HasWord("happened", "happen", "things", "news") ? null : kind);
        if (from is not null && !shape.IsYesNo && !shape.Has(Topic.Count)
            && ((shape.Entities.IsEmpty && (shape.Residue.IsEmpty || kind is not null))
            || (!shape.Entities.IsEmpty && shape.Entities.All(entity => entity.Kind is EntityKind.Organisation or EntityKind.Person))
            || shape.Has(Topic.Timeline)))
            return new Reading(query, 0.82, "asks what happened in a time");
        // «what happened in the LLaMA leak» asks for the event and not for its day.
        if (shape.Has(Topic.Timeline) && !shape.IsYesNo && from is null && shape.Entities is [{ Kind: EntityKind.Event } happening])
            return new Reading(new DescribeQuery(happening), 0.7, $"asks what {happening.Id} was");
        if (shape.Has(Topic.Timeline) && !shape.IsYesNo && from is null && Family.OfVersions(shape, context) is { } family)
            return new Reading(query with { Entities = [.. family.Members.Concat(family.Members.SelectMany(member => Line(member, context))).Distinct()], Only = true }, 0.85, $"asks for the {family.Name} family in order");
        return shape.Has(Topic.Timeline) && !shape.Entities.IsEmpty && !shape.IsYesNo
            ? new Reading(query, shape.Cues.Any(hit => hit.Words is "timeline" or "chronological" or "chronologically" or "in chronological"
                or "over time" or "release history" or "history" or "chronology" or "in order" or "generations" or "versions") ? 0.8 : 0.62,
                "asks for a history")
            : null;
    }

    protected override QueryResult Evaluate(TimelineQuery query, EvaluationContext context)
    {
        var entries = Entries(query, context)
            .Where(entry => (query.From is null || entry.Date.Latest >= query.From)
                && (query.To is null || entry.Date.Earliest <= query.To))
            .Where(entry => query.Kind is null || entry.Entity.Kind == query.Kind)
            .Where(entry => query.From is null || entry.Date.Month is not null
                || query.To!.Value.DayNumber - query.From.Value.DayNumber > 31)
            .DistinctBy(entry => entry.Line.Text)
            .ToList();
        if (entries.Count == 0)
            return Abstain.NotRecorded("anything dated there", query.Entities.IsEmpty ? null : Abstain.Nearest(query.Entities[0], context),
                [.. query.Entities]);
        var line = query.Entities.SelectMany(entity => query.Only ? [entity] : Line(entity, context).Prepend(entity)).ToHashSet();
        var best = entries.OrderByDescending(entry => context.Facts.Weight(entry.Entity) + (line.Contains(entry.Entity) ? 1000
            : 0) + (entry.Entity.Kind == EntityKind.Event ? 20 : 0)).Take(Listing.Most).OrderBy(entry => entry.Date).ToList();
        var more = entries.Count - best.Count;
        var statements = best.ConvertAll(entry => Statement.Of(entry.Line.Text, entry.Line));
        if (more > 0)
            statements.Add(Statement.WorkedOut("", $"{more} more are recorded there.", best[0].Line));
        return new QueryResult
        {
            Statements = [.. statements],
            Expected = new Expectation(null, [[.. best.Select(entry => entry.Entity.Name)]]),
            Named = [.. query.Entities, .. best.Select(entry => entry.Entity)],
        };
    }

    private sealed record Entry(Entity Entity, PartialDate Date, EvidenceLine Line);

    private static IEnumerable<Entry> Entries(TimelineQuery query, EvaluationContext context)
    {
        if (query.Entities.IsEmpty)
            return context.Knowledge.Entities.Where(entity => entity.Kind is not EntityKind.Organisation)
                .Select(entity => Of(entity, context)).OfType<Entry>();
        return query.Only ? query.Entities.Select(entity => Of(entity, context)).OfType<Entry>()
            : query.Entities.SelectMany(entity => Around(entity, context));
    }

    // A thing's own date, its versions, what its makers released, the events about it, and dated claims such as a change of licence.
    private static IEnumerable<Entry> Around(Entity entity, EvaluationContext context)
    {
        var near = new List<Entity> { entity };
        near.AddRange(context.Facts.To(entity, Predicates.ReleasedBy, Predicates.CreatedBy, Predicates.About, Predicates.MemberOf)
            .Select(fact => fact.Subject).Where(each => each.Kind is not EntityKind.Person and not EntityKind.Licence));
        near.AddRange(near.ToList().SelectMany(each => context.Facts.To(each, Predicates.About)).Select(fact => fact.Subject)
            .Where(each => each.Kind == EntityKind.Event));
        near.AddRange(Line(entity, context));
        var dated = near.Distinct().Select(each => Of(each, context)).OfType<Entry>();
        var claims = entity.Kind is EntityKind.Organisation or EntityKind.Person
            ? context.Facts.From(entity, Predicates.MemberOf, Predicates.FundedBy).Concat(context.Facts.To(entity, Predicates.MemberOf))
            : context.Facts.From(entity, Predicates.LicensedUnder, Predicates.BuiltOn, Predicates.Uses);
        return dated.Concat(claims.Where(fact => fact.On is not null).Select(fact =>
            new Entry(entity, fact.On!.Value, fact.Line with { Text = $"{fact.On.Value.ToWords()}: {fact.Line.Text}" })));
    }

    /// <summary>The versions before and after an entity.</summary>
    public static IEnumerable<Entity> Line(Entity entity, EvaluationContext context)
    {
        var seen = new HashSet<Entity> { entity };
        var waiting = new Queue<Entity>(seen);
        while (waiting.TryDequeue(out var at) && seen.Count < 30)
        {
            foreach (var next in context.Facts.To(at, Predicates.SuccessorOf).Select(fact => fact.Subject)
                .Concat(context.Facts.From(at, Predicates.SuccessorOf).Select(fact => fact.Object)))
            {
                if (!seen.Add(next))
                    continue;
                waiting.Enqueue(next);
                yield return next;
            }
        }
    }

    private static Entry? Of(Entity entity, EvaluationContext context) => Dating.Of(entity, context) is { } dating
        ? new Entry(entity, dating.Date, dating.Line with { Text = Told(dating, context) })
        : null;

    private static string Told(Dating dating, EvaluationContext context)
    {
        if (dating.Entity.Kind == EntityKind.Event)
            return $"{dating.Date.ToWords()}: {dating.Entity.Name}.";
        var maker = context.Facts.Makers(dating.Entity).FirstOrDefault();
        if (dating.Entity.Kind == EntityKind.Organisation)
            return $"{dating.Date.ToWords()}: {dating.Entity.Name} was founded{(maker is null ? "" : " by " + maker.Object.Name)}.";
        return maker is null ? $"{dating.Date.ToWords()}: {dating.Entity.Name} came out."
            : $"{dating.Date.ToWords()}: {dating.Entity.Name}, by {maker.Object.Name}.";
    }
}
