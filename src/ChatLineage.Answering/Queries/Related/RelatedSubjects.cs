using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>Evaluates and words questions for the subjects of an object: what was built on it, what somebody released.</summary>
internal static class RelatedSubjects
{
    public static QueryResult Evaluate(RelatedQuery query, EvaluationContext context)
    {
        var all = Facts(query, context);
        var facts = Narrowed(all, query, context);
        if (facts.IsEmpty && RelatedObjects.Hinted(query, [], context) is { IsEmpty: false } told)
        {
            return new QueryResult
            {
                Statements = [Hinted(query, told)],
                Named = [.. told.Select(fact => fact.Object)],
            };
        }

        if (facts.IsEmpty)
            return Abstain.NotRecorded(Missing(query), all.FirstOrDefault()?.Line ?? Abstain.Nearest(query.Entity, context), query.Entity);
        var shown = facts.Take(Listing.Most).ToImmutableArray();
        var lines = shown.Select(fact => fact.Line).ToImmutableArray();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(new Statement(Sentence(query, facts), facts.Length > 1 ? [Computed(query, facts, shown), .. lines] : lines));
        if (facts.Length == 1 && facts[0].Best.Detail is not null)
            statements[0] = Statement.Of(facts[0].Line.Text, facts[0].Line);
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Expected = new Expectation(null,
                [[.. query.Count ? [facts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)]
                : shown.Select(fact => fact.Subject.Name)]]),
            Named = [.. facts.Select(fact => fact.Subject)],
        };
    }

    private static Statement Hinted(RelatedQuery query, ImmutableArray<Fact> told)
    {
        var text = $"{(query.Count ? $"{told.Length} in the notes: " : "")}{Listing.Of([.. told.Select(fact => fact.Object.Name)])}.";
        return Statement.WorkedOut("", text, [.. told.Take(Listing.Most).Select(fact => fact.Line)]);
    }

    // The notes may hold the same under a near relation: a model that learned from another was distilled from it.
    private static ImmutableArray<Fact> Facts(RelatedQuery query, EvaluationContext context)
    {
        var found = context.Facts.To(query.Entity, query.Predicates);
        if (found.Any(fact => query.Filter.Accepts(fact.Subject, context))
            || query.Predicates[0].Role is not (LineageRole.Derivation or LineageRole.Ingredient))
            return found;
        Predicate[][] near = [[.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)], [Predicates.DistilledFrom],
            [Predicates.TrainedOn], [Predicates.Uses], [Predicates.Reimplements]];
        return near.Select(predicates => context.Facts.To(query.Entity, predicates))
            .FirstOrDefault(facts => facts.Any(fact => query.Filter.Accepts(fact.Subject, context)), []);
    }

    private static ImmutableArray<Fact> Narrowed(ImmutableArray<Fact> facts, RelatedQuery query, EvaluationContext context)
    {
        var kept = facts.Where(fact => query.Filter.Accepts(fact.Subject, context) && !query.Excluded.Contains(fact.Subject)).DistinctBy(fact => fact.Subject)
            .OrderBy(fact => fact.Subject.Kind == EntityKind.Licence).ToImmutableArray();
        var hinted = kept.Where(fact => Hints.Fit(fact, [.. query.Hints, .. query.CueWords])).ToImmutableArray();
        return hinted.IsEmpty || query.Count && hinted.Length < 2 ? kept : hinted;
    }

    private static string Sentence(RelatedQuery query, ImmutableArray<Fact> facts)
    {
        var names = Listing.Of([.. facts.Select(fact => fact.Subject.Name)]);
        if (query.Count)
            return $"{facts.Length} in the notes: {names}.";
        var predicate = Common(facts);
        var verb = Verb(facts[0], predicate, facts.Length > 1);
        var isActive = predicate.Role == LineageRole.Provenance && predicate != Predicates.HostedBy && predicate != Predicates.MemberOf
            && predicate != Predicates.LedBy;
        if (isActive)
            return facts.Length > Listing.Most ? $"{query.Entity.Name} {predicate.Inverse} {facts.Length} in the notes: {names}."
                : $"{query.Entity.Name} {predicate.Inverse} {names}.";
        return facts.Length > Listing.Most
            ? $"{facts.Length} in the notes {verb} {query.Entity.Name}: {names}."
            : $"{names} {verb} {query.Entity.Name}.";
    }

    // Tunes and other derivatives together are «built on» it; what was released and what was created was made.
    private static Predicate Common(ImmutableArray<Fact> facts) =>
        facts.All(fact => fact.Predicate == facts[0].Predicate) ? facts[0].Predicate
        : facts[0].Predicate.Role == LineageRole.Derivation ? Predicates.BuiltOn : facts[0].Predicate;

    private static string Verb(Fact fact, Predicate predicate, bool several)
    {
        var verb = predicate == Predicates.MemberOf ? (fact.Subject.Kind == EntityKind.Person ? "is a member of" : "is part of")
            : predicate.Phrase;
        return several ? Plural(verb) : verb;
    }

    private static string Plural(string verb) => verb.StartsWith("is ", StringComparison.Ordinal) ? "are " + verb[3..]
        .Replace("a member", "members", StringComparison.Ordinal).Replace("an alternative", "alternatives", StringComparison.Ordinal)
        .Replace("the successor", "successors", StringComparison.Ordinal)
        : verb.StartsWith("was ", StringComparison.Ordinal) ? "were " + verb[4..]
        : verb == "uses" ? "use" : verb == "powers" ? "power" : verb == "reimplements" ? "reimplement" : verb;

    private static EvidenceLine Computed(RelatedQuery query, ImmutableArray<Fact> facts, ImmutableArray<Fact> shown) => new(
        $"{facts.Length} in the notes {Verb(facts[0], Common(facts), several: true)} {query.Entity.Name}: {Listing.Of([.. facts.Select(fact => fact.Subject.Name)])}.",
        shown[0].Line.Sources,
        [.. shown.SelectMany(fact => fact.Claims)]);

    private static string Missing(RelatedQuery query)
    {
        var phrase = query.Predicates[0].Phrase;
        return query.Filter.Kind is { } kind
            ? $"{kind.Plural()}{query.Filter.InWords()} that {Plural(phrase)} {query.Entity.Name}"
            : $"anything{query.Filter.InWords()} that {phrase} {query.Entity.Name}";
    }
}
