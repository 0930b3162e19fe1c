using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Verify;

/// <summary>Yes-or-no questions about a relation between two entities.</summary>
internal sealed class VerifyKind : QueryKind<VerifyQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (!shape.IsYesNo && !shape.Has(Topic.Conflict))
            return null;
        var relations = Relation.Of(shape).Where(relation => relation is { Subject: not null, Target: not null } && relation.Subject.Entity != relation.Target.Entity).ToList();
        var meant = relations.Select(relation => (Relation: relation, Pair: Meant(relation.Subject!, Widened(relation.Predicates), relation.Target!, context))).ToList();
        // Where several phrases relate things, the one that the notes know about is meant.
        var chosen = meant.Find(each => each.Pair.Known);
        if (chosen.Relation is null && meant.Count > 0)
            chosen = meant[0];
        if (chosen.Relation is not null)
        {
            var query = new VerifyQuery(chosen.Pair.Subject, Widened(chosen.Relation.Predicates), chosen.Pair.Target, shape.IsNegated && !StartsNegated(shape), shape.IsExclusive);
            // «the first open alternative» claims more than the relation: a recorded disagreement may know about that.
            var more = shape.HasWord("first", "1", "earliest", "biggest", "largest", "best", "last", "oldest");
            return new Reading(query, more ? 0.74 : 0.84, $"yes or no: {query.Subject.Id} «{chosen.Relation.Hit.Words}» {query.Target.Id}");
        }

        return Implied(shape);
    }

    // Where a name can mean several things, the ones that the notes relate are meant.
    private static (Entity Subject, Entity Target, bool Known) Meant(Mention subject, ImmutableArray<Predicate> predicates, Mention target, EvaluationContext context)
    {
        foreach (var from in subject.Others.Prepend(subject.Entity))
        {
            foreach (var to in target.Others.Prepend(target.Entity))
            {
                if (context.Facts.From(from, predicates).Any(fact => fact.Object == to))
                    return (from, to, true);
            }
        }

        return (subject.Entity, target.Entity, false);
    }

    // «is Vicuna a LLaMA model», «is Bard Google's»: the kind of the second entity tells the relation.
    private static Reading? Implied(QuestionShape shape)
    {
        var entities = shape.Entities;
        if (entities.Length != 2 || shape.Cues.Any(hit => hit.Cue.Topic is not (Topic.Definition or Topic.Conflict or Topic.WhichOne or Topic.Openness or Topic.Licence or Topic.Relation)))
            return null;
        ImmutableArray<Predicate> predicates = entities[1].Kind switch
        {
            EntityKind.Licence => [Predicates.LicensedUnder],
            EntityKind.Organisation or EntityKind.Person => Widened([Predicates.ReleasedBy]),
            EntityKind.Dataset => [Predicates.TrainedOn, Predicates.BuiltOn],
            _ => Widened([Predicates.BuiltOn]),
        };
        return new Reading(new VerifyQuery(entities[0], predicates, entities[1], shape.IsNegated && !StartsNegated(shape), shape.IsExclusive), 0.79 - (0.12 * shape.Residue.Length), $"yes or no about {entities[0].Id} and {entities[1].Id}");
    }

    private static bool StartsNegated(QuestionShape shape) => shape.Terms is [{ Word: "isnt" or "wasnt" or "arent" or "doesnt" or "didnt" }, ..] || shape.Terms is [{ Word: "isn" or "wasn" or "aren" or "doesn" or "didn" }, ..];

    private static ImmutableArray<Predicate> Widened(ImmutableArray<Predicate> predicates)
    {
        if (predicates.Any(predicate => predicate.Role == LineageRole.Derivation))
            return [.. predicates.Concat(Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)).Distinct()];
        if (predicates.Contains(Predicates.TrainedOn) || predicates.Contains(Predicates.DistilledFrom))
            return [.. predicates.Concat([Predicates.TrainedOn, Predicates.DistilledFrom]).Distinct()];
        return predicates.Any(predicate => predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy)
            ? [Predicates.ReleasedBy, Predicates.CreatedBy]
            : predicates;
    }

    protected override QueryResult Evaluate(VerifyQuery query, EvaluationContext context)
    {
        var direct = context.Facts.From(query.Subject, query.Predicates).Where(fact => fact.Object == query.Target).ToList();
        var isDerivation = query.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation);
        if (direct.Count > 0 && query.Only && Others(query, context) is { } others)
            return Fails(query, "", others, []);
        if (direct.Count > 0)
            return WithAside(query, Holds(query, Statement.Of(direct[0].Line.Text, direct[0].Line)), context);
        if (Disputed(query, context) is { } denied)
            return denied;
        if (isDerivation && context.Knowledge.Graph.ShortestPath(query.Subject, query.Target) is { } path)
            return Holds(query, PathWording.Chain(path));
        if (Near(query, context) is { } near)
            return query.Only && Others(query, context) is { } more ? Fails(query, "", more, []) : Holds(query, near);
        if (isDerivation && context.Facts.From(query.Subject, Predicates.Reimplements).FirstOrDefault(fact => fact.Object == query.Target) is { } rebuilt)
            return Fails(query, "", Statement.Of(rebuilt.Line.Text, rebuilt.Line), [query.Target]);
        if (isDerivation && context.Knowledge.Graph.ShortestPath(query.Target, query.Subject) is { } reverse)
            return Fails(query, "It is the reverse: ", PathWording.Chain(reverse), [query.Target]);
        if (Reversed(query, context) is { } turned)
            return Fails(query, "It is the reverse: ", Statement.Of(turned.Line.Text, turned.Line), [query.Target]);
        return Other(query, context);
    }

    // What holds may be told less than fully by some source: that belongs to the answer.
    private static QueryResult WithAside(VerifyQuery query, QueryResult result, EvaluationContext context)
    {
        var conflict = context.Knowledge.ConflictsAbout(query.Subject).FirstOrDefault(each => query.Predicates.Contains(each.Predicate) && each.Aspect is null && each.Better is not null);
        return conflict is null ? result : result with { Statements = [.. result.Statements, .. ConflictWording.Aside(conflict, context)], Conflicts = [conflict] };
    }

    private static Statement? Others(VerifyQuery query, EvaluationContext context)
    {
        var facts = context.Facts.From(query.Subject, query.Predicates.Concat([Predicates.TrainedOn, Predicates.DistilledFrom]).Distinct().ToList());
        return facts.Length < 2 ? null : FactWording.Together([.. facts.Where(fact => fact.Predicate == facts[0].Predicate)]);
    }

    // What makes a loose statement true: another relation of substance between the two, or an ingredient that the organisation made.
    private static Statement? Near(VerifyQuery query, EvaluationContext context)
    {
        if (!query.Predicates.Any(predicate => IsSubstance(predicate) || predicate == Predicates.Reimplements))
            return null;
        var loose = query.Predicates.Contains(Predicates.Uses) || query.Predicates.Contains(Predicates.Reimplements);
        var related = context.Facts.From(query.Subject, [.. Predicates.All.Where(predicate => IsSubstance(predicate) || (loose && predicate == Predicates.Reimplements))]);
        if (related.FirstOrDefault(fact => fact.Object == query.Target) is { } same)
            return Statement.Of(same.Line.Text, same.Line);
        if (query.Target.Kind is not EntityKind.Organisation)
            return null;
        var made = related.FirstOrDefault(fact => context.Facts.IsBy(fact.Object, query.Target));
        var maker = made is null ? null : context.Facts.Makers(made.Object).FirstOrDefault(fact => fact.Object == query.Target);
        return maker is null ? null : new Statement($"{made!.Line.Text} {maker.Line.Text}", [made.Line, maker.Line]);
    }

    private static bool IsSubstance(Predicate predicate) => predicate.Role is LineageRole.Derivation or LineageRole.Ingredient;

    // The claim is recorded but not believed: the answer says what holds and who says otherwise.
    private static QueryResult? Disputed(VerifyQuery query, EvaluationContext context)
    {
        var claim = context.Knowledge.ClaimsFrom(query.Subject)
            .FirstOrDefault(each => !each.Stands && each.Object == query.Target && query.Predicates.Contains(each.Predicate));
        var conflict = context.Knowledge.ConflictsAbout(query.Subject)
            .Where(each => query.Predicates.Contains(each.Predicate) && Names(each.Weaker, query.Target))
            .OrderByDescending(each => each.Predicate == claim?.Predicate)
            .FirstOrDefault();
        if (claim is null && conflict is null)
            return null;
        // What holds: the better side where it is a relation of its own, else the closest one recorded.
        var held = context.Facts.From(query.Subject, query.Predicates)
            .OrderByDescending(fact => fact.Object.Id == conflict?.Better?.Value)
            .ThenByDescending(fact => fact.Predicate != Predicates.BuiltOn)
            .Take(1).ToList();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (held.Count > 0)
            statements.Add(Statement.Of("No. " + held[0].Line.Text, held[0].Line));
        else
            statements.Add(new Statement($"No: {query.Subject.Name} {query.Predicates[0].Denial} {query.Target.Name}.", conflict is null ? [ClaimWording.Line(claim!)] : ConflictWording.Lines(conflict, context)));
        if (conflict is not null)
            statements.AddRange(ConflictWording.Aside(conflict, context));
        else
            statements.Add(Statement.Of($"The other claim is not believed: {claim!.Disputed}.", new EvidenceLine($"The claim that {query.Subject.Name} {claim.Predicate.Phrase} {claim.Object.Name} is not believed: {claim.Disputed}.", claim.Sources, [claim])));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Expected = new Expectation(query.Negated, []),
            Conflicts = conflict is null ? [] : [conflict],
            Named = [query.Subject, .. held.Select(fact => fact.Object)],
        };
    }

    private static bool Names(ConflictSide? side, Entity entity) =>
        side is not null && (side.Value == entity.Id || side.Value.Equals(entity.Name, StringComparison.OrdinalIgnoreCase) || entity.Aliases.Contains(side.Value, StringComparer.OrdinalIgnoreCase));

    private static Fact? Reversed(VerifyQuery query, EvaluationContext context) =>
        context.Facts.From(query.Target, query.Predicates).FirstOrDefault(fact => fact.Object == query.Subject);

    private static QueryResult Other(VerifyQuery query, EvaluationContext context)
    {
        var others = context.Facts.From(query.Subject, query.Predicates);
        if (others.IsEmpty && PathWording.Link(query.Subject, query.Target, context) is { } link)
            return Fails(query, "Not as far as the notes go. ", link, [query.Target]);
        if (others.IsEmpty)
            return Abstain.NotRecorded($"whether {query.Subject.Name} {query.Predicates[0].Phrase} {query.Target.Name}", Abstain.Nearest(query.Subject, context), query.Subject);
        var lead = Exclusive(query.Predicates[0]) ? "" : "Not as far as the notes go: ";
        return Fails(query, lead, FactWording.Together(others), [.. others.Select(fact => fact.Object)]);
    }

    // One model has one base and one maker as a rule: naming them denies the rest. Training data and parts are open lists.
    private static bool Exclusive(Predicate predicate) =>
        predicate.Role is LineageRole.Derivation or LineageRole.Terms || predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy || predicate == Predicates.LedBy;

    private static QueryResult Holds(VerifyQuery query, Statement proof) => new()
    {
        Statements = [proof with { Text = (query.Negated ? "It is: " : "Yes. ") + proof.Text }],
        Expected = new Expectation(query.Negated ? null : true, []),
        Named = [query.Subject, query.Target],
    };

    private static QueryResult Fails(VerifyQuery query, string lead, Statement proof, ImmutableArray<Entity> named) => new()
    {
        Statements = [proof with { Text = (query.Negated ? "Right. " : "No. ") + lead + proof.Text }],
        Expected = new Expectation(query.Negated ? null : false, []),
        Named = [query.Subject, .. named],
    };
}
