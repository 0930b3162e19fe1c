using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Timeline;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Extreme;

/// <summary>Questions for the newest, oldest, biggest or smallest of a family: its line of versions and its members.</summary>
internal sealed class ExtremeKind : QueryKind<ExtremeQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities is not [var family] || !(family.Kind.IsArtefact() || family.Kind is EntityKind.Organisation or EntityKind.Person)
            || shape.IsYesNo)
            return null;
        var most = shape.HasWord("newest", "latest", "recent", "youngest", "biggest", "largest");
        var least = shape.HasWord("oldest", "earliest", "smallest", "first");
        if (!most && !least)
            return null;
        var bySize = shape.HasWord("biggest", "largest", "smallest");
        // «the first version of X» asks for a member; «who first released X» does not.
        if (!family.Kind.IsArtefact())
            return shape.Kinds.FirstOrDefault(kind => kind.IsArtefact(), EntityKind.Model) is var sort
                && (shape.Kinds.Length > 0 || !shape.Has(Topic.Relation)) && shape.Terms[0].Word is not ("who" or "when")
                ? new Reading(new ExtremeQuery(family, bySize, most) { Kind = sort }, 0.83,
                    $"asks for the extreme of what {family.Id} made")
                : null;
        return shape.Cues.Any(hit => hit.Cue.Topic is Topic.Relation or Topic.Root or Topic.Date)
            ? null
            : new Reading(new ExtremeQuery(family, bySize, most) { Called = Called(shape, family) }, 0.79, bySize ? "asks for the extreme of a family by size"
                : "asks for the extreme of a family by date");
    }

    protected override QueryResult Evaluate(ExtremeQuery query, EvaluationContext context)
    {
        if (!query.Family.Kind.IsArtefact())
        {
            var made = context.Facts.To(query.Family, Predicates.ReleasedBy, Predicates.CreatedBy).Select(fact => fact.Subject)
                .Where(entity => entity.Kind == query.Kind).Distinct().ToList();
            return query.BySize ? BySize(query, made, context) : ByDate(query, made, context);
        }

        var family = TimelineKind.Line(query.Family, context).Concat(context.Facts.To(query.Family, Predicates.MemberOf)
            .Select(fact => fact.Subject)).Concat(Named(query.Family, query.Called, context))
            .Prepend(query.Family).Distinct().ToList();
        return query.BySize ? BySize(query, family, context) : ByDate(query, family, context);
    }

    // «the latest phi model» names a family by the beginning of its members' names.
    private static string? Called(QuestionShape shape, Entity family) => Tokenizer.Key(shape.Mentions[0].Spelling) is var key
        && key != Tokenizer.Key(family.Name) && Tokenizer.Key(family.Name).StartsWith(key, StringComparison.Ordinal)
        && key.All(char.IsLetter) ? key : null;

    // A maker names what belongs together alike: «Aya», «Aya Expanse», «Tiny Aya».
    private static IEnumerable<Entity> Named(Entity family, string? called, EvaluationContext context)
    {
        var name = Tokenizer.Key(family.Name);
        // The first word of a name can be anybody's: the family is that of whoever made most of those called so.
        var makers = context.Facts.Makers(family).Select(fact => fact.Object);
        if (called is not null && context.Knowledge.Entities.Where(entity => entity.Kind == family.Kind && IsCalled(entity, called))
            .SelectMany(entity => context.Facts.Makers(entity)).GroupBy(fact => fact.Object).MaxBy(group => group.Count()) is { Key: var house })
            makers = makers.Append(house).Distinct();
        return makers
            .SelectMany(maker => context.Facts.To(maker, Predicates.ReleasedBy, Predicates.CreatedBy))
            .Select(fact => fact.Subject)
            .Where(entity => entity.Kind == family.Kind && (Tokenizer.Tokens(entity.Name).Any(token => token.Text == name)
                || (called is not null && IsCalled(entity, called))));
    }

    private static bool IsCalled(Entity entity, string called) => Tokenizer.Tokens(entity.Name) is [var first, ..] && first.Text == called;

    private static QueryResult ByDate(ExtremeQuery query, List<Entity> family, EvaluationContext context)
    {
        var datings = family.Select(entity => Dating.Of(entity, context)).OfType<Dating>().OrderBy(dating => dating.Date).ToList();
        if (datings.Count == 0)
            return Abstain.NotRecorded($"when the members of {query.Family.Name} came out", Abstain.Nearest(query.Family, context),
                query.Family);
        var found = query.Most ? datings[^1] : datings[0];
        var alike = datings.Where(dating => dating.Date == found.Date).Take(Listing.Most).ToList();
        return new QueryResult
        {
            Statements = [Statement.WorkedOut("", Told(query, found, alike, datings.Count), [.. alike.Select(dating => dating.Line)])],
            Expected = new Expectation(null, [[found.Entity.Name]]),
            Named = [.. alike.Select(dating => dating.Entity), query.Family],
        };
    }

    private static string Told(ExtremeQuery query, Dating found, List<Dating> alike, int dated)
    {
        var came = $"{Listing.Of(alike.ConvertAll(dating => dating.Entity.Name))}: {(alike.Count > 1 ? "they" : "it")} came out {found.Date.ToPhrase()}";
        var isFamily = query.Family.Kind.IsArtefact();
        var whose = isFamily ? "of that line" : "by " + query.Family.Name;
        if (dated == 1)
            return $"{came}, the only dated {(isFamily ? "member" : query.Kind.Word())} {whose} in the notes.";
        var counted = Listing.Counted(dated, isFamily ? "dated member" : "dated " + query.Kind.Word());
        return $"{came}, the {(query.Most ? "latest" : "earliest")} of {counted} {whose} in the notes.";
    }

    private static QueryResult BySize(ExtremeQuery query, List<Entity> family, EvaluationContext context)
    {
        var sized = family.Where(entity => SizeAnswer.Line(entity) is not null && SizeAnswer.Largest(entity.Size) is not null).ToList();
        if (sized.Count == 0)
            return Abstain.NotRecorded($"how big the members of {query.Family.Name} are", Abstain.Nearest(query.Family, context),
                query.Family);
        // A note of a whole family gives a range, which holds the smallest member too.
        var found = sized.Contains(query.Family) && query.Family.Size!.Contains("to", StringComparison.Ordinal) ? query.Family
            : query.Most ? sized.MaxBy(entity => SizeAnswer.Largest(entity.Size))!
                : sized.MinBy(entity => SizeAnswer.Largest(entity.Size))!;
        var line = SizeAnswer.Line(found)!;
        return new QueryResult
        {
            Statements = [Statement.Of(line.Text, line)],
            Expected = new Expectation(null, [[found.Size!]]),
            Named = [found, query.Family]
        };
    }
}
