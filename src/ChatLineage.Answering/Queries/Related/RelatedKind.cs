using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>Questions for one side of a relation: who released X, what is X built on, which models were trained on X.</summary>
internal sealed class RelatedKind : QueryKind<RelatedQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        return WhichOf(shape, context) ?? All(shape, context).MaxBy(reading => reading.Confidence) ?? EitherOr(shape);
    }

    /// <summary>Every relation that the question asks for, as a reading of its own.</summary>
    public static IEnumerable<Reading> All(QuestionShape shape, EvaluationContext context) =>
        Relation.Of(shape).Where(relation => RelationMeaning.IsRelation(shape, relation))
            .Select(relation => RelationMeaning.Of(shape, relation, context)).Select(relation => Read(shape, relation, context))
                .OfType<Reading>();

    // «which llama is inside X», «what qwen version is X built on»: the family only says which of what X is made of.
    private static Reading? WhichOf(QuestionShape shape, EvaluationContext context)
    {
        var asked = shape.Mentions.FirstOrDefault(mention => shape.IndexOf(mention) is > 0 and var at
            && (shape.Terms[at - 1].Word is "which" or "what" || (at > 2 && shape.Terms[at - 1].Word is "of"
                && shape.Terms[at - 2].Word is "version" or "size" or "variant" or "flavor" or "flavour" or "generation" or "kind" or "type"
                && shape.Terms[at - 3].Word is "which" or "what")) && mention.Entity.Kind.IsArtefact());
        if (asked is null || shape.IsYesNo || shape.Mentions.Where(mention => mention != asked && mention.Entity.Kind.IsArtefact()).ToList()
            is not [var thing])
            return null;
        var tokens = Tokenizer.Tokens(shape.Text);
        var key = Tokenizer.Key(shape.Text[tokens[asked.First].Start..tokens[asked.End - 1].End]);
        ImmutableArray<Predicate> made = [.. Predicates.All.Where(predicate => predicate.Role is LineageRole.Derivation
            || predicate == Predicates.Uses || predicate == Predicates.DistilledFrom)];
        var facts = context.Facts.From(thing.Entity, made);
        var others = facts.Where(fact => !Tokenizer.Key(fact.Object.Name).StartsWith(key, StringComparison.Ordinal)).Select(fact => fact.Object);
        return facts.All(fact => others.Contains(fact.Object)) ? null : new Reading(
            new RelatedQuery(thing.Entity, made, false, Filter.None, false, [], [], [.. others]), 0.87,
            $"asks which «{key}» {thing.Entity.Id} is made of");
    }

    // «AgentInstruct, Tsinghua or Microsoft»: one thing, several organisations, so its maker is asked for.
    private static Reading? EitherOr(QuestionShape shape)
    {
        var things = shape.Entities.Where(entity => entity.Kind.IsArtefact()).ToList();
        var organisations = shape.Entities.Where(entity => entity.Kind is EntityKind.Organisation or EntityKind.Person).ToList();
        if (shape.Kinds.Contains(EntityKind.Person) && things.Count == 0 && organisations.Count == 1)
            return new Reading(new RelatedQuery(organisations[0], [Predicates.MemberOf], true,
                Filter.None with { Kind = EntityKind.Person }, false, shape.Residue, [], []), 0.66, "asks for people of an organisation");
        if (shape.Kinds.Contains(EntityKind.Organisation) && things.Count == 0 && organisations is [{ Kind: EntityKind.Person } person]
            && shape.HasWord("at", "with", "for", "now"))
            return new Reading(new RelatedQuery(person, [Predicates.MemberOf, Predicates.CreatedBy], false, Filter.None, false,
                shape.Residue, [], []), 0.79, "asks for the organisation of a person");
        // «what uni is X from», «X: company and country»: a kind of maker beside one thing asks for its maker.
        if ((shape.Kinds.Contains(EntityKind.Organisation) || (shape.Kinds.Contains(EntityKind.Person) && shape.HasWord("from", "by")))
            && things.Count == 1 && organisations.Count == 0 && !shape.IsYesNo)
            return new Reading(new RelatedQuery(things[0], [Predicates.ReleasedBy, Predicates.CreatedBy], false, Filter.None, false,
                shape.Residue, [], []), 0.72, "asks for the organisation of a thing");
        return shape.HasWord("or") && things.Count == 1 && organisations.Count > 1
            ? new Reading(new RelatedQuery(things[0], [Predicates.ReleasedBy, Predicates.CreatedBy], false, Filter.None, false,
                shape.Residue, [], []), 0.8, "names one thing and several makers")
            : null;
    }

    protected override QueryResult Evaluate(RelatedQuery query, EvaluationContext context) =>
        query.Inverse ? RelatedSubjects.Evaluate(query, context) : RelatedObjects.Evaluate(query, context);

    private static Reading? Read(QuestionShape shape, Relation relation, EvaluationContext context)
    {
        var (entity, inverse) = RelationSide.Of(shape, relation, context);
        if (entity is null)
            return null;
        if (!inverse && context.Happenings.Find(shape) is { } spokenOf && !context.Facts.From(spokenOf, relation.Predicates).IsEmpty)
            entity = spokenOf;
        // «where was X founded» asks for a place, which no maker is.
        if (shape.Terms[0].Word is "where" or "wheres" && !shape.HasWord("from", "come", "comes", "came", "who")
            && relation.Predicates.All(predicate => predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy || predicate == Predicates.LedBy))
            return null;
        var isNounFor = relation.Hit.Cue.Orientation == Orientation.NounForObject;
        if (isNounFor && context.Facts.From(entity, relation.Predicates).IsEmpty)
            entity = shape.Entities.FirstOrDefault(other => other.Kind is not EntityKind.Organisation
                && !context.Facts.From(other, relation.Predicates).IsEmpty) ?? entity;
        var happening = entity;
        if (entity.Kind == EntityKind.Event && context.Facts.From(entity, relation.Predicates).IsEmpty
            && context.Facts.From(entity, Predicates.About) is [var about, ..])
            entity = about.Object;
        var predicates = RelationMeaning.Order(relation, entity, inverse);
        var facts = inverse ? context.Facts.To(entity, predicates) : context.Facts.From(entity, predicates);
        var isNoun = relation.Hit.Cue.Orientation is Orientation.NounForObject or Orientation.NounForSubject;
        var unexplained = shape.Residue.Count(word => word.Length > 3 && !facts.Any(fact =>
            fact.Claims.Any(claim => Stem.Holds(ClaimWording.Sentence(claim), word))));
        // «does X run on android»: what is set against the relation is no entity, so no fact can say yes or no.
        if (shape.IsYesNo && unexplained > 0 && shape.Terms[0].Word is "does" or "do" or "did" or "can" or "is" or "was"
            && relation is { Hit.Cue.Orientation: Orientation.SubjectFirst, Target: null })
            return null;
        var confidence = (facts.IsEmpty ? 0.5 : 0.7) + (isNoun ? 0
            : 0.04) + (0.005 * relation.Hit.Words.Length) - (0.08 * Math.Min(Math.Max(unexplained - 1, 0), 2));
        // «what optimizer was X trained with» asks for an optimizer; data is no answer to that.
        if (shape.AskedSort is { } sort && !facts.Any(fact => fact.Claims.Any(claim => Stem.Holds(ClaimWording.Sentence(claim), sort)))
            && relation.Predicates.Any(predicate => predicate.Role == LineageRole.Ingredient))
            return null;
        var filter = inverse ? FilterReader.Read(shape, [entity, .. context.Facts.Makers(entity).Select(fact => fact.Object)])
            : Filter.None;
        return new Reading(
            new RelatedQuery(entity, predicates, inverse, filter, shape.Has(Topic.Count),
                [.. shape.Residue, .. entity == happening ? [] : Tokenizer.Tokens(happening.Name).Select(token => token.Text)],
                [.. HintsOf(relation)],
                Excludes(shape) ? [.. shape.Entities.Where(each => each != entity)] : [])
            {
                ObjectKind = inverse || predicates[0].Role == LineageRole.Provenance ? null : ObjectKind(shape),
                TextOnly = Modality.AsksForText(shape),
                Within = Within(shape, entity, predicates, inverse)
            },
            confidence - (IsSubordinate(shape, relation) ? 0.15 : 0) - (0.12 * shape.Entities.Count(other => IsUnused(other, entity, happening, relation, facts, filter, context))),
            $"«{relation.Hit.Words}» asks for {(inverse ? "what is related to" : "a relation of")} {entity.Id}");
    }

    // An entity that the reading has no use for shows that something else is asked.
    private static bool IsUnused(Entity other, Entity entity, Entity happening, Relation relation, ImmutableArray<Fact> facts,
        Filter filter, EvaluationContext context) =>
        other.Kind.IsArtefact() && other != entity && other != happening && other != relation.Subject?.Entity
            && other != relation.Target?.Entity && other != filter.Maker && other != filter.Licence
        && !facts.Any(fact => fact.Object == other || fact.Subject == other) && !context.Facts.AreRelated(other, entity);

    // «ceo of X before Y bought it»: the clause behind «before» only tells the time.
    private static bool IsSubordinate(QuestionShape shape, Relation relation) =>
        shape.Terms.Take(relation.Hit.First).Select(term => term.Word).ToList() is var words
            && words.FindLastIndex(word => word is "before" or "after" or "since" or "once" or "until") is > 0 and var at
            && shape.Cues.Any(hit => hit.Cue.Topic == Topic.Relation && hit.End <= at);

    private static bool Excludes(QuestionShape shape) => shape.HasWord("besides", "except", "apart", "beside");

    // «X's title at Y» asks for one place of several.
    private static Entity? Within(QuestionShape shape, Entity entity, ImmutableArray<Predicate> predicates, bool inverse) =>
        !inverse && entity.Kind == EntityKind.Person && !Excludes(shape) && predicates.Contains(Predicates.MemberOf)
            ? shape.Entities.FirstOrDefault(other => other.Kind == EntityKind.Organisation) : null;

    // «what dataset did X use» asks for a dataset and for nothing else.
    private static EntityKind? ObjectKind(QuestionShape shape) => shape.Kinds is [EntityKind.Dataset] ? EntityKind.Dataset : null;

    // «bought» and «founding members» say more than their relation does; a detail of the right claims says it too.
    private static IEnumerable<string> HintsOf(Relation relation) => relation.Hit.Words switch
    {
        var words when words.Contains("acqui", StringComparison.Ordinal) || words.Contains("bought", StringComparison.Ordinal)
            || words.Contains("buy", StringComparison.Ordinal) || words.Contains("took over", StringComparison.Ordinal) => ["acquired"],
        var words when relation.Hit.Cue.Orientation == Orientation.NounForObject || words.EndsWith(" of", StringComparison.Ordinal) =>
            words.Split(' ').Where(word => word.Length > 4),
        _ => [],
    };
}
