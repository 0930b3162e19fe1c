using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Verify;

/// <summary>Says whether a relation holds, what proves it, and what holds instead.</summary>
internal static class VerifyAnswer
{
    private const string Reverse = "It is the other way round: ";

    public static QueryResult Evaluate(VerifyQuery query, EvaluationContext context) =>
        query.Also is { } also ? Both(query, also, context) : One(query, context);

    // «by A and B» holds where both do; what does not is told first.
    private static QueryResult Both(VerifyQuery query, Entity also, EvaluationContext context)
    {
        var first = One(query with { Also = null }, context);
        var second = One(query with { Also = null, Target = also }, context);
        if (first.Abstained is not null || second.Abstained is not null)
            return first.Abstained is not null ? first : second;
        var facts = context.Facts.From(query.Subject, query.Predicates).Where(fact => fact.Object == query.Target || fact.Object == also).ToList();
        return facts.Count < 2 ? (first.Expected.Polarity == false ? first : second)
            : Holds(query, FactWording.Together(facts.TrueForAll(fact => fact.Predicate == facts[0].Predicate) ? facts : [facts[0]]));
    }

    private static QueryResult One(VerifyQuery query, EvaluationContext context)
    {
        var direct = context.Facts.From(query.Subject, query.Predicates).FirstOrDefault(fact => fact.Object == query.Target);
        if (direct is not null && Denied(direct, query))
            return Fails(query, Statement.Of(direct.Line.Text, direct.Line));
        if (direct is not null && query.Only && Others(query, context) is { } others)
            return Fails(query, others);
        if (direct is not null && query.Claimed is { } claimed && !query.Negated && Then(direct, context) is { } then
            && !then.Date.Agrees(claimed.Year > 1 ? claimed : new PartialDate(then.Date.Year, claimed.Month, claimed.Day)))
            return Denies(query, "No. ", then.Told, query.Target);
        if (direct is not null)
            return DisputedAnswer.WithAside(query, Holds(query, Statement.Of(direct.Line.Text, direct.Line)), context);
        if (DisputedAnswer.Of(query, context) is { } denied)
            return denied;
        // Where nothing says which relation is meant, one of substance in either direction makes it true: «is Books3 in LLaMA».
        if (query.IsImplied && context.Facts.From(query.Target, [.. Predicates.All.Where(IsSubstance), Predicates.MemberOf])
            .FirstOrDefault(fact => fact.Object == query.Subject) is { } within)
            return Holds(query, Statement.Of(within.Line.Text, within.Line));
        var isDerivation = query.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation);
        if (isDerivation && context.Knowledge.Graph.ShortestPath(query.Subject, query.Target) is { } path)
            return Holds(query, PathWording.Chain(path));
        if (Near(query, context) is { IsEmpty: false } near)
            return query.Only && Others(query, context) is { } more ? Fails(query, more) : Holds(query, [.. near]);
        if (isDerivation && context.Facts.From(query.Subject, Predicates.Reimplements)
            .FirstOrDefault(fact => fact.Object == query.Target) is { } rebuilt)
            return Fails(query, Statement.Of(rebuilt.Line.Text, rebuilt.Line), query.Target);
        return Turned(query, isDerivation, context) is { } turned ? Fails(query, turned, query.Target) : Other(query, context);
    }

    // When it was: the day of the claim itself, else that of its subject, which is dated by how it was made.
    private static (PartialDate Date, ImmutableArray<Statement> Told)? Then(Fact fact, EvaluationContext context)
    {
        var told = Statement.Of(fact.Line.Text, fact.Line);
        if (fact.Predicate.Dated && fact.On is { } on)
            return (on, [told]);
        if (fact.Predicate.Role is LineageRole.Provenance or LineageRole.Terms && fact.On is null)
            return null;
        return Dating.Of(fact.Subject, context) is { } dating ? (fact.On ?? dating.Date, [Statement.Of(dating.Line.Text, dating.Line), told])
            : null;
    }

    // «uses its research, not its weights» denies what «made from its weights» claims.
    private static bool Denied(Fact fact, VerifyQuery query)
    {
        var words = fact.Best.Detail?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var at = Array.IndexOf(words, "not");
        return at >= 0 && words.Skip(at + 1).Take(2).Any(word => word.Length > 3 && query.Words.Contains(word));
    }

    private static Statement? Others(VerifyQuery query, EvaluationContext context)
    {
        var facts = context.Facts.From(query.Subject, query.Predicates.Concat([Predicates.TrainedOn, Predicates.DistilledFrom]).Distinct()
            .ToList());
        // What else it is built on speaks against «only built on»; data speak only against «only trained on».
        var role = (facts.FirstOrDefault(fact => fact.Object == query.Target) ?? facts.FirstOrDefault())?.Predicate.Role;
        var alike = facts.Where(fact => fact.Predicate.Role == role).ToList();
        var other = alike.Find(fact => fact.Object != query.Target);
        return alike.Count < 2 || other is null ? null : FactWording.Together([.. alike.Where(fact => fact.Predicate == other.Predicate)]);
    }

    // What makes a loose statement true: another relation of substance between the two, or an ingredient that the organisation made.
    private static ImmutableArray<Statement> Near(VerifyQuery query, EvaluationContext context)
    {
        if (!query.Predicates.Any(predicate => IsSubstance(predicate) || predicate == Predicates.Reimplements))
            return [];
        var loose = query.Predicates.Contains(Predicates.Uses) || query.Predicates.Contains(Predicates.Reimplements);
        var related = context.Facts.From(query.Subject,
            [.. Predicates.All.Where(predicate => IsSubstance(predicate) || (loose && predicate == Predicates.Reimplements))]);
        if (related.FirstOrDefault(fact => fact.Object == query.Target) is { } same)
            return [Statement.Of(same.Line.Text, same.Line)];
        if (query.Target.Kind is not EntityKind.Organisation)
            return [];
        var made = related.FirstOrDefault(fact => context.Facts.IsBy(fact.Object, query.Target));
        var maker = made is null ? null : context.Facts.Makers(made.Object).FirstOrDefault(fact => fact.Object == query.Target);
        return maker is null ? [] : [Statement.Of(made!.Line.Text, made.Line), Statement.Of(maker.Line.Text, maker.Line)];
    }

    private static bool IsSubstance(Predicate predicate) => predicate.Role is LineageRole.Derivation or LineageRole.Ingredient;

    private static Statement? Turned(VerifyQuery query, bool isDerivation, EvaluationContext context)
    {
        var proof = isDerivation && context.Knowledge.Graph.ShortestPath(query.Target, query.Subject) is { } path ? PathWording.Chain(path)
            : context.Facts.From(query.Target, query.Predicates).FirstOrDefault(fact => fact.Object == query.Subject) is { } fact
                ? Statement.Of(fact.Line.Text, fact.Line)
            : null;
        return proof is null ? null : Statement.WorkedOut("", Reverse + proof.Text, proof.Lines.AsSpan());
    }

    private static QueryResult Other(VerifyQuery query, EvaluationContext context)
    {
        const string Silent = "As far as the notes go, ";
        var others = context.Facts.From(query.Subject, query.Predicates);
        if (query.IsLoose)
            return Abstain.NotRecorded($"that about {query.Subject.Name} and {query.Target.Name}",
                Abstain.Nearest(query.Target.Kind == EntityKind.Event ? query.Target : query.Subject, context), query.Subject,
                query.Target);
        var link = others.IsEmpty ? PathWording.Link(query.Subject, query.Target, context) : null;
        if (link is { Lines.Length: 1 } || (link is { Lines.Length: 2 } && query.Predicates[0].Role == LineageRole.Provenance))
            return Fails(query, link with { Text = Silent + link.Text }, query.Target);
        // A base is what the notes record first of a model: that they record none says something, but not a plain no. Of data they may
        // just not know.
        if (others.IsEmpty && query.Predicates[0].Role == LineageRole.Derivation && context.Facts.Makers(query.Subject)
            .FirstOrDefault() is { } maker)
            return Denies(query, query.Negated ? "Right, as far as the notes go. " : "Not as far as the notes go. ",
                [Statement.WorkedOut("", $"The notes record no base of {query.Subject.Name}: {maker.Line.Text}", maker.Line)]);
        if (others.IsEmpty)
            return Abstain.NotRecorded($"whether {query.Subject.Name} {query.Predicates[0].Phrase} {query.Target.Name}",
                Abstain.Nearest(query.Subject, context), query.Subject);
        // Each relation in its own words: who created a model is not who released it.
        var told = others.DistinctBy(fact => fact.Object).GroupBy(fact => fact.Predicate)
            .Select(group => FactWording.Together([.. group])).ToImmutableArray();
        if (!Exclusive(query.Predicates[0]))
            told = [told[0] with { Text = Silent + told[0].Text }, .. told[1..]];
        return Fails(query, told, [.. others.Select(fact => fact.Object)]);
    }

    // One model has one base and one maker as a rule: naming them denies the rest. Training data and parts are open lists.
    private static bool Exclusive(Predicate predicate) =>
        predicate.Role is LineageRole.Derivation or LineageRole.Terms || predicate == Predicates.ReleasedBy
            || predicate == Predicates.CreatedBy || predicate == Predicates.LedBy;

    private static QueryResult Holds(VerifyQuery query, params ReadOnlySpan<Statement> proofs)
    {
        var phrase = query.Predicates[0].Phrase;
        var verb = phrase.StartsWith("is ", StringComparison.Ordinal) ? "is" : phrase.StartsWith("was ", StringComparison.Ordinal) ? "was"
            : "does";
        return new QueryResult
        {
            Statements = [proofs[0] with { Text = (query.Negated ? $"It {verb}: " : "Yes. ") + proofs[0].Text }, .. proofs[1..]],
            Expected = new Expectation(query.Negated ? null : true, []),
            Named = [query.Subject, query.Target],
        };
    }

    private static QueryResult Fails(VerifyQuery query, Statement proof, params ReadOnlySpan<Entity> named) => Fails(query, [proof], named);

    private static QueryResult Fails(VerifyQuery query, ImmutableArray<Statement> proofs, params ReadOnlySpan<Entity> named) =>
        Denies(query, query.Negated ? "Right. " : "No. ", proofs, named);

    private static QueryResult Denies(VerifyQuery query, string opening, ImmutableArray<Statement> proofs,
        params ReadOnlySpan<Entity> named) => new()
        {
            Statements = [proofs[0] with { Text = opening + proofs[0].Text }, .. proofs[1..]],
            Expected = new Expectation(query.Negated ? null : false, []),
            Named = [query.Subject, .. named],
        };
}
