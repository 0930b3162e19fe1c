using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries.Ancestry;

/// <summary>What something ultimately rests on, and its whole line of ancestors.</summary>
internal sealed class AncestryKind : QueryKind<AncestryQuery>
{
    private const int MostChains = 3;

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities is not [var entity, ..] || entity.Kind is EntityKind.Organisation or EntityKind.Person or EntityKind.Licence
            or EntityKind.Event)
            return null;
        var making = shape.Cues.Any(hit => hit.Cue.Orientation is Orientation.ObjectFirst or Orientation.SubjectFirst
            && hit.Cue.Predicates.Any(predicate => predicate.Role == LineageRole.Provenance));
        // «how does X keep the original model intact» asks for a method.
        if (shape.Terms[0].Word is "how" && shape.Has(Topic.Reason) && shape.Residue.Length > 1)
            return null;
        if (shape.Has(Topic.Root) && !making)
            return new Reading(new AncestryQuery(entity, true), 0.83 - (0.06 * Math.Clamp(shape.Residue.Length - 1, 0, 3)),
                "asks what it goes back to");
        return shape.Has(Topic.Ancestry) && !shape.Cues.Any(hit => hit.Cue.Topic == Topic.Relation
            && hit.Cue.Predicates.Contains(Predicates.TrainedOn))
            ? new Reading(new AncestryQuery(entity, false), 0.74, "asks for its line of ancestors")
            : null;
    }

    protected override QueryResult Evaluate(AncestryQuery query, EvaluationContext context)
    {
        var roots = context.Knowledge.Graph.Roots(query.Entity);
        if (roots.IsEmpty)
            return Alone(query, context);
        var chains = roots.Take(MostChains).Select(root => PathWording.Fullest(query.Entity, root.Entity, context)!).ToList();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var names = roots.Select(root => Named(root.Entity, context)).ToList();
        statements.Add(new Statement($"{Listing.Of(names)}.", [Computed(query.Entity, roots, chains),
            .. chains.Select(chain => PathWording.Chain(chain).Lines[^1]),
            .. roots.Select(root => context.Facts.Makers(root.Entity).FirstOrDefault()).OfType<Fact>().Select(fact => fact.Line)]));
        statements.AddRange(chains.Select(PathWording.Chain));
        var maker = context.Facts.Makers(roots[0].Entity).FirstOrDefault();
        if (maker is not null && roots.Length == 1)
            statements.Add(Statement.Of($"{maker.Object.Name} released {maker.Subject.Name}{(Dating.Of(maker.Subject, context) is { } dated ? " " + dated.Date.ToPhrase() : "")}.", maker.Line));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Expected = new Expectation(null,
                [[.. roots.Take(1).SelectMany(root => context.Facts.Makers(root.Entity).Select(fact => fact.Object.Name)
                .DefaultIfEmpty(root.Entity.Name))]]),
            Conflicts = [.. context.Knowledge.ConflictsAbout(query.Entity)
                .Where(conflict => conflict.Predicate.Role == LineageRole.Derivation)],
            Named = [.. roots.Select(root => root.Entity), .. chains.SelectMany(chain => chain.Entities).Distinct(),
                .. context.Facts.Makers(roots[0].Entity).Select(fact => fact.Object)],
        };
    }

    private static string Named(Entity root, EvaluationContext context)
    {
        var maker = context.Facts.Makers(root).FirstOrDefault()?.Object;
        return maker is null || root.Name.Contains(maker.Name, StringComparison.OrdinalIgnoreCase) ? root.Name
            : $"{Possessive(maker.Name)} {root.Name}";
    }

    private static string Possessive(string name) => name.EndsWith('s') ? name + "'" : name + "'s";

    private static EvidenceLine Computed(Entity entity, ImmutableArray<LineageStep> roots, List<LineagePath> chains)
    {
        var proofs = chains.SelectMany(chain => chain.Steps).SelectMany(step => step.Claims).ToImmutableArray();
        return new EvidenceLine($"Root of {entity.Name}: {Listing.Of([.. roots.Select(root => root.Entity.Name)])}.",
            ClaimWording.BestSources(proofs), proofs);
    }

    // Nothing recorded below it: what it was trained on or uses is the nearest to an origin.
    private static QueryResult Alone(AncestryQuery query, EvaluationContext context)
    {
        var parts = context.Facts.From(query.Entity, Predicates.DistilledFrom, Predicates.TrainedOn, Predicates.Uses,
            Predicates.Reimplements, Predicates.SuccessorOf);
        if (parts.IsEmpty)
            return Abstain.NotRecorded($"what {query.Entity.Name} is built on", Abstain.Nearest(query.Entity, context), query.Entity);
        var groups = parts.GroupBy(fact => fact.Predicate).Take(2).Select(group => FactWording.Together([.. group]));
        return new QueryResult
        {
            Statements = [.. groups],
            Expected = new Expectation(null, [[.. parts.Select(fact => fact.Object.Name)]]),
            Named = [.. parts.Select(fact => fact.Object)],
        };
    }
}
