using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Happenings;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Describe;

/// <summary>Questions for what something is: kind, maker, date, base, licence, and its prose where it has some.</summary>
internal sealed class DescribeKind : QueryKind<DescribeQuery>
{
    private const int Neighbours = 20;

    private static readonly string[] Articles = [", a ", ", an ", ", the ", " is a ", " is an "];

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities is not [var entity, ..])
            return null;
        var asks = shape.Cues.Any(hit => hit.Cue.Topic == Topic.Definition && IsBeside(shape, hit));
        var bare = shape.Cues.IsEmpty && shape.Residue.IsEmpty && shape.Entities.Length == 1 && !shape.IsYesNo;
        // «X training data, what was it» asks for the data.
        if (asks && shape.Cues.Any(hit => hit.Cue.Orientation == Orientation.NounForObject && hit.Cue.Topic == Topic.Relation))
            return new Reading(new DescribeQuery(entity, bare), 0.4, "asks what something of it is");
        return asks || bare ? new Reading(new DescribeQuery(entity, bare), bare ? 0.7 : 0.58 - (0.12 * shape.Residue.Length), bare
            ? "names only an entity" : "asks what it is") : null;
    }

    // «what is the training loss of X» asks for something of X, «what is X» for X.
    private static bool IsBeside(QuestionShape shape, CueHit hit)
    {
        var at = shape.IndexOf(shape.Mentions[0]);
        return at < hit.First ? hit.First - at <= 3 : at - hit.End <= 1 || hit.Words.StartsWith("tell me", StringComparison.Ordinal);
    }

    protected override QueryResult Evaluate(DescribeQuery query, EvaluationContext context) => Describe(query.Entity, context);

    /// <summary>What an entity is, in a few sentences.</summary>
    public static QueryResult Describe(Entity entity, EvaluationContext context)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.AddRange(Intro(entity, context));
        if (statements.Count == 0 && entity.Kind == EntityKind.Event && Happened(entity, context) is { IsEmpty: false } happened)
            return new QueryResult
            {
                Statements = happened,
                Named = [entity, .. context.Facts.From(entity, Predicates.About)
                .Select(fact => fact.Object)]
            };
        if (statements.Count == 0 && entity.Kind != EntityKind.Event && Apposition(entity, context) is { } told)
            statements.Add(told);
        if (statements.Count == 0)
            statements.AddRange(Maker(entity, context));
        foreach (var fact in context.Facts.From(entity, [.. Predicates.All.Where(predicate => Tells(predicate)
                || (entity.Kind == EntityKind.Tool && predicate == Predicates.Uses))])
            .DistinctBy(fact => entity.Kind == EntityKind.Event ? (object)fact.Object : fact.Predicate)
            .Take(statements.Count switch { 0 => 3, 1 => 2, _ => 0 }))
            statements.Add(Statement.Of(ClaimWording.Sentence(fact.Best), fact.Line));
        if (SizeAnswer.Line(entity) is { } size && statements.Count < 4)
            statements.Add(Statement.Of(size.Text, size));
        if (entity.Kind == EntityKind.Person && context.Facts.To(entity, Predicates.LedBy) is [var led, ..] && statements.Count < 3
            && !statements.Any(statement => statement.Text.Contains(led.Subject.Name, StringComparison.Ordinal)))
            statements.Insert(0, Statement.Of($"{entity.Name} leads {led.Subject.Name}{(led.Best.Detail is { } post ? $" ({post})" : "")}.", led.Line));
        if (entity.Kind == EntityKind.Person && statements.Count < 2 && context.Facts.To(entity, Predicates.CreatedBy,
            Predicates.ReleasedBy) is { IsEmpty: false } works)
        {
            foreach (var group in works.GroupBy(fact => fact.Subject.Kind == EntityKind.Organisation))
                statements.Add(new Statement($"{entity.Name} {(group.Key ? "founded" : "made")} {Listing.Of([.. group.Select(fact => fact.Subject.Name).Distinct()])}.",
                    [.. group.Take(Listing.Most).Select(fact => fact.Line)]));
        }

        if (statements.Count == 0)
            statements.AddRange(context.Facts.To(entity, [.. Predicates.All]).Take(2)
                .Select(fact => Statement.Of(fact.Line.Text, fact.Line)));
        return statements.Count == 0
            ? Abstain.NotRecorded($"anything about {entity.Name} but its name", null, entity)
            : new QueryResult
            {
                Statements = statements.DrainToImmutable(),
                Named = [entity, .. context.Facts.Makers(entity).Select(fact => fact.Object)]
            };
    }

    // An event without prose: its day, and what the notes say about each party.
    private static ImmutableArray<Statement> Happened(Entity entity, EvaluationContext context) =>
    [
        .. Dating.Of(entity, context) is { } dating
            ? new[] { Statement.Of($"{dating.Date.ToWords()}: {entity.Name}.",
            dating.Line with { Text = $"{dating.Date.ToWords()}: {entity.Name}." }) } : [],
        .. context.Facts.From(entity, Predicates.About).Where(fact => fact.Best.Detail is not null).Take(3).Select(HappeningWording.Part),
        .. Parties(entity, context),
    ];

    // Of parties without a word on each, at least the names are told.
    private static IEnumerable<Statement> Parties(Entity entity, EvaluationContext context)
    {
        var about = context.Facts.From(entity, Predicates.About);
        var unnamed = about.Where(fact => !entity.Name.Contains(fact.Object.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (unnamed.Count > 0 && about.All(fact => fact.Best.Detail is null))
            yield return FactWording.Together(unnamed);
    }

    private static bool Tells(Predicate predicate) =>
        predicate.Role is LineageRole.Derivation or LineageRole.Terms || predicate == Predicates.MemberOf || predicate == Predicates.LedBy
        || predicate == Predicates.Reimplements || predicate == Predicates.About || predicate == Predicates.SuccessorOf;

    // The opening of a note's prose says what the thing is; an event is told by more of it.
    private static IEnumerable<Statement> Intro(Entity entity, EvaluationContext context) =>
        ProseLines.All(entity, context).Take(entity.Kind == EntityKind.Event ? 3 : 1).Select(line => Statement.Of(line.Text, line));

    // A note without prose is told by what another says in passing: «with Evol-Instruct, a method that …».
    private static Statement? Apposition(Entity entity, EvaluationContext context)
    {
        var line = context.Facts.To(entity, [.. Predicates.All]).Select(fact => fact.Subject)
            .Concat(context.Facts.From(entity, [.. Predicates.All]).Select(fact => fact.Object)).Distinct().Take(Neighbours)
            .SelectMany(other => ProseLines.All(other, context))
            .FirstOrDefault(each => Articles.Any(article => each.Text.Contains(entity.Name + article, StringComparison.Ordinal)));
        return line is null ? null : Statement.Of(line.Text, line);
    }

    // All who founded it on one day, in one sentence with the day.
    private static Statement Founded(Entity entity, Fact maker, EvaluationContext context)
    {
        var makers = context.Facts.From(entity, maker.Predicate).Where(fact => fact.On == maker.On).ToList();
        if (makers.Count < 2 || entity.Kind == EntityKind.Event)
            return Statement.Of(maker.Line.Text, maker.Line);
        var together = FactWording.Together(makers);
        return maker.On is { } day ? together with { Text = $"{together.Text[..^1]} {day.ToPhrase()}." } : together;
    }

    private static IEnumerable<Statement> Maker(Entity entity, EvaluationContext context)
    {
        var maker = context.Facts.Makers(entity).FirstOrDefault();
        var dating = Dating.Of(entity, context);
        if (maker is null && dating is null)
            yield break;
        // Who founded or wrote something and when it happened are two sentences; what came out and by whom is one.
        if (entity.Kind is EntityKind.Event or EntityKind.Organisation)
        {
            var founded = maker is null ? null : Founded(entity, maker, context);
            if (founded is not null)
                yield return founded;
            if (dating is not null && founded?.Text.Contains(dating.Date.ToPhrase(), StringComparison.Ordinal) != true)
                yield return Statement.Of(dating.Line.Text, dating.Line);
            yield break;
        }

        var told = maker?.Predicate == Predicates.CreatedBy && maker.Best.Detail is { Length: > 12 } detail ? $" ({detail})" : "";
        var by = maker is null ? "" : $" by {maker.Object.Name}{told}";
        var date = dating is null ? "" : $", released {dating.Date.ToPhrase()}";
        var open = entity.Openness == Openness.Closed ? "closed " : "";
        var what = $"a {open}{entity.Kind.Word()}";
        EvidenceLine[] lines = [.. maker is null ? [] : new[] { maker.Line }, .. dating is null ? [] : new[] { dating.Line },
            .. open.Length > 0 && entity.Source is { } source ? new[] { new EvidenceLine($"{entity.Name} is closed.", [source], []) } : []];
        yield return new Statement($"{entity.Name} is {what}{by}{date}.", [.. lines]);
    }
}
