using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries.Impact;

/// <summary>What breaks if something closes, and everything that comes of something.</summary>
internal sealed class ImpactKind : QueryKind<ImpactQuery>
{
    private const int Few = 3;
    private const int FewLater = 4;
    private const int StatementsOfEach = 2;

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        // «why did X shut down» asks for the reason of that and not for what it meant to others.
        if (!shape.Has(Topic.Impact) || shape.Entities.IsEmpty || (shape.AsksWhy && !shape.HasWord("if", "without", "would", "once")))
            return null;
        var entity = Withdrawn(shape, context);
        var others = Joined(shape, entity);
        var query = new ImpactQuery(entity, FilterReader.Read(shape,
            [entity, .. others, .. context.Facts.Makers(entity).Select(fact => fact.Object)]), shape.Has(Topic.Count), shape.Residue,
            others.IsEmpty ? Asked(shape, entity, context) : null, shape.HasWord("survive", "survives", "still", "exist", "fine", "safe"))
        { Others = others };
        return new Reading(query, shape.AsksWhy ? 0.75 : 0.81, $"asks what happens without {entity.Id}");
    }

    // The thing withdrawn is the one that most comes of; a company named beside it is its owner or a condition.
    private static Entity Withdrawn(QuestionShape shape, EvaluationContext context)
    {
        var things = shape.Entities.Where(entity => entity.Kind is not EntityKind.Organisation and not EntityKind.Person
            and not EntityKind.Licence).ToList();
        for (var i = 0; i + 1 < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is "if" or "without" or "once" && shape.Terms[i + 1].Mention?.Entity is { } condition
                && (things.Count == 0 || things.Contains(condition)))
                return condition;
        }

        var candidates = things.Count > 0 ? things : [.. shape.Entities];
        if (candidates.Count > 1 && shape.Cues.FirstOrDefault(hit => hit.Cue.Topic == Topic.Impact
            && hit.Words is not ("suppose" or "without" or "what if" or "loses" or "lose")) is { } cue)
            return candidates.OrderBy(entity => Distance(shape, entity, cue)).First();
        return candidates.Count == 1 || things.Count == 0 ? candidates[0]
            : candidates.MaxBy(entity => context.Knowledge.Graph.Impact(entity).Length)!;
    }

    // «if Meta and OpenAI close»: what is joined to the thing withdrawn goes with it.
    private static ImmutableArray<Entity> Joined(QuestionShape shape, Entity withdrawn)
    {
        for (var i = 1; i + 1 < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is "and" && shape.Terms[i - 1].Mention?.Entity is { } left && shape.Terms[i + 1].Mention?.Entity is { } right
                && left != right && left.Kind == right.Kind && (left == withdrawn || right == withdrawn))
                return [left == withdrawn ? right : left];
        }

        return [];
    }

    private QueryResult Several(ImpactQuery query, EvaluationContext context)
    {
        var each = query.Others.Insert(0, query.Entity)
            .Select(entity => Evaluate(query with { Entity = entity, Others = [] }, context))
            .Where(result => result.Abstained is null).ToList();
        return each.Count == 0 ? Evaluate(query with { Others = [] }, context) : new QueryResult
        {
            Statements = [.. each.SelectMany(result => result.Statements.Take(StatementsOfEach))],
            FurtherEvidence = [.. each.SelectMany(result => result.FurtherEvidence)],
            Expected = new Expectation(null, [.. each.SelectMany(result => result.Expected.MustState)]),
            Named = [.. each.SelectMany(result => result.Named).Distinct()],
        };
    }

    // «does HuggingChat survive», «is X affected»: one thing's fate, where the question names it and wants yes or no.
    private static Entity? Asked(QuestionShape shape, Entity withdrawn, EvaluationContext context) =>
        shape.IsYesNo || shape.HasWord("survive", "does", "would")
            ? shape.Entities.FirstOrDefault(entity => entity != withdrawn && (entity.Kind.IsArtefact())
                && !context.Knowledge.Graph.Impact(entity).Any(step => step.Entity == withdrawn))
            : null;

    private static QueryResult Fate(ImpactQuery query, ImmutableArray<LineageStep> all, Entity asked, EvaluationContext context)
    {
        if (all.FirstOrDefault(step => step.Entity == asked) is not { } step)
        {
            var nearest = Abstain.Nearest(asked, context);
            return nearest is null
                ? Abstain.NotRecorded($"that {asked.Name} depends on {query.Entity.Name}", null, asked)
                : new QueryResult
                {
                    Statements = [Statement.Of($"{(query.Survives ? "Yes" : "No")}, as far as the notes go: {nearest.Text}",
                    nearest)],
                    Named = [asked, query.Entity]
                };
        }

        var way = Way(step, query.Entity, all);
        return new QueryResult
        {
            Statements = [way with { Text = (query.Survives ? "No. " : "Yes. ") + way.Text }],
            Expected = new Expectation(!query.Survives, []),
            Named = [asked, query.Entity],
        };
    }

    private static int Distance(QuestionShape shape, Entity entity, CueHit cue)
    {
        var at = shape.IndexOf(shape.Mentions.First(mention => mention.Entity == entity));
        return at < cue.First ? cue.First - at : at - cue.End + 1;
    }

    protected override QueryResult Evaluate(ImpactQuery query, EvaluationContext context)
    {
        if (!query.Others.IsEmpty)
            return Several(query, context);
        var all = context.Knowledge.Graph.Impact(query.Entity);
        if (query.Asked is { } asked)
            return Fate(query, all, asked, context);
        var steps = Narrowed(all, query, context);
        if (steps.IsEmpty)
            return Abstain.NotRecorded($"anything{query.Filter.InWords()} that comes of {query.Entity.Name}",
                Abstain.Nearest(query.Entity, context), query.Entity);
        var ordered = steps.OrderBy(step => step.Depth).ThenByDescending(step => context.Facts.Weight(step.Entity)).ToList();
        var direct = ordered.Where(step => step.Depth == 1).ToList();
        var later = ordered.Where(step => step.Depth > 1).ToList();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (steps.Length > 3 && query.Filter.IsEmpty)
            statements.Add(Statement.WorkedOut("", $"{steps.Length} recorded models, datasets and tools come from {query.Entity.Name}.",
                Computed(query.Entity, steps, direct, later)));
        if (ordered.Count <= Few && later.Count > 0)
        {
            statements.AddRange(ordered.Select(step => Way(step, query.Entity, all)));
            return Result(query, steps, ordered, direct, later, statements);
        }

        if (direct.Count > 0)
            statements.Add(Statement.WorkedOut("",
                $"{(statements.Count > 0 ? "Directly" : $"Directly from {query.Entity.Name}")}: {Listing.Of([.. direct.Select(step => step.Entity.Name)])}.", [.. direct.Take(Listing.Most).Select(Line)]));
        if (later.Count > 0)
        {
            var names = Listing.Of([.. later.Select(step => $"{step.Entity.Name} (by {step.Via.Name})")], FewLater);
            statements.Add(Statement.WorkedOut("", $"Through them: {names}.", [.. later.Take(FewLater).Select(Line)]));
        }

        return Result(query, steps, ordered, direct, later, statements);
    }

    // «Dolly 2.0 is fine-tuned from Pythia, which was released by EleutherAI.»
    private static Statement Way(LineageStep last, Entity start, ImmutableArray<LineageStep> all)
    {
        var reached = all.ToDictionary(step => step.Entity);
        var way = ImmutableArray.CreateBuilder<LineageStep>();
        for (var step = last; ; step = reached[step.Via])
        {
            way.Add(new LineageStep(step.Via, way.Count + 1, step.Entity, step.Claims));
            if (step.Via == start)
                return PathWording.Chain(way.DrainToImmutable());
        }
    }

    private static QueryResult Result(
        ImpactQuery query, ImmutableArray<LineageStep> steps, List<LineageStep> ordered, List<LineageStep> direct, List<LineageStep> later,
            ImmutableArray<Statement>.Builder statements)
    {
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            FurtherEvidence = [Computed(query.Entity, steps, direct, later)],
            Expected = new Expectation(null, [[.. ordered.Take(Listing.Most).Select(step => step.Entity.Name)], .. steps.Length > Few
                ? [[steps.Length.ToString(CultureInfo.InvariantCulture)]] : ImmutableArray<ImmutableArray<string>>.Empty]),
            Named = [query.Entity, .. ordered.Select(step => step.Entity)],
        };
    }

    private static ImmutableArray<LineageStep> Narrowed(ImmutableArray<LineageStep> all, ImpactQuery query, EvaluationContext context)
    {
        var kept = all.Where(step => query.Filter.Accepts(step.Entity, context)).ToImmutableArray();
        var fitting = kept.Where(step => Hints.Fit(new Fact(step.Claims), query.Hints)).ToImmutableArray();
        return fitting.IsEmpty || fitting.Length > kept.Length / 2 ? kept : fitting;
    }

    private static EvidenceLine Line(LineageStep step) =>
        ClaimWording.Line([.. step.Claims.Where(claim => claim.Predicate == step.Claims[0].Predicate)]);

    private static EvidenceLine Computed(Entity entity, ImmutableArray<LineageStep> steps, List<LineageStep> direct,
        List<LineageStep> later)
    {
        var proofs = direct.Concat(later).Take(10).SelectMany(step => step.Claims).ToImmutableArray();
        var through = later.Count > 0 ? $"; {Listing.Of([.. later.Select(step => $"{step.Entity.Name} through {step.Via.Name}")], 4)}" : "";
        var near = direct.Count > 0 ? $"{Listing.Of([.. direct.Select(step => step.Entity.Name)])} directly" : "";
        return new EvidenceLine($"Downstream of {entity.Name} are {steps.Length}: {near}{through}.", ClaimWording.BestSources(proofs),
            proofs);
    }
}
