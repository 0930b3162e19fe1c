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
        return All(shape, context).MaxBy(reading => reading.Confidence) ?? EitherOr(shape);
    }

    /// <summary>Every relation that the question asks for, as a reading of its own.</summary>
    public static IEnumerable<Reading> All(QuestionShape shape, EvaluationContext context) =>
        Relation.Of(shape).Where(relation => !IsLabel(shape, relation) && !IsNoun(shape, relation))
            .Select(relation => Meant(shape, relation, context)).Select(relation => Read(shape, relation, context)).OfType<Reading>();

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
        return shape.HasWord("or") && things.Count == 1 && organisations.Count > 1
            ? new Reading(new RelatedQuery(things[0], [Predicates.ReleasedBy, Predicates.CreatedBy], false, Filter.None, false,
                shape.Residue, [], []), 0.8, "names one thing and several makers")
            : null;
    }

    protected override QueryResult Evaluate(RelatedQuery query, EvaluationContext context) =>
        query.Inverse ? RelatedSubjects.Evaluate(query, context) : RelatedObjects.Evaluate(query, context);

    private static Reading? Read(QuestionShape shape, Relation relation, EvaluationContext context)
    {
        var (entity, inverse) = Side(shape, relation, context);
        if (entity is null)
            return null;
        if (!inverse && context.Happenings.Find(shape) is { } spokenOf && !context.Facts.From(spokenOf, relation.Predicates).IsEmpty)
            entity = spokenOf;
        var isNounFor = relation.Hit.Cue.Orientation == Orientation.NounForObject;
        if (isNounFor && context.Facts.From(entity, relation.Predicates).IsEmpty)
            entity = shape.Entities.FirstOrDefault(other => other.Kind is not EntityKind.Organisation
                && !context.Facts.From(other, relation.Predicates).IsEmpty) ?? entity;
        var happening = entity;
        if (entity.Kind == EntityKind.Event && context.Facts.From(entity, relation.Predicates).IsEmpty
            && context.Facts.From(entity, Predicates.About) is [var about, ..])
            entity = about.Object;
        var predicates = Order(relation, entity, inverse);
        var facts = inverse ? context.Facts.To(entity, predicates) : context.Facts.From(entity, predicates);
        var isNoun = relation.Hit.Cue.Orientation is Orientation.NounForObject or Orientation.NounForSubject;
        var unexplained = shape.Residue.Count(word => word.Length > 3 && !facts.Any(fact =>
            fact.Claims.Any(claim => Stem.Holds(ClaimWording.Sentence(claim), word))));
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
                shape.HasWord("besides", "except", "apart", "beside") ? [.. shape.Entities.Where(each => each != entity)] : [])
            { ObjectKind = inverse || predicates[0].Role == LineageRole.Provenance ? null : ObjectKind(shape) },
            confidence - (0.12 * shape.Entities.Count(other => IsUnused(other, entity, happening, relation, facts, filter, context))),
            $"«{relation.Hit.Words}» asks for {(inverse ? "what is related to" : "a relation of")} {entity.Id}");
    }

    // An entity that the reading has no use for shows that something else is asked.
    private static bool IsUnused(Entity other, Entity entity, Entity happening, Relation relation, ImmutableArray<Fact> facts,
        Filter filter, EvaluationContext context) =>
        other.Kind.IsArtefact() && other != entity && other != happening && other != relation.Subject?.Entity
            && other != relation.Target?.Entity && other != filter.Maker && other != filter.Licence
        && !facts.Any(fact => fact.Object == other || fact.Subject == other) && !context.Facts.AreRelated(other, entity);

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

    // «the AgentInstruct dataset» only says what kind of thing it is.
    private static bool IsLabel(QuestionShape shape, Relation relation) =>
        (relation.Hit.Words is "dataset" or "datasets" or "corpus" or "data") && relation.Hit.First > 0
        && shape.Terms[relation.Hit.First - 1].Mention is { Entity.Kind: EntityKind.Dataset };

    // «support» in «support phone number» is no verb: a bare verb form needs somebody who does it, or an auxiliary.
    private static bool IsNoun(QuestionShape shape, Relation relation) =>
        (relation.Hit.Words is "support" or "use" or "release" or "host" or "fund" or "lead" or "power" or "extend" or "replace" or "drop"
            or "share" or "need")
        && shape.Kinds.IsEmpty && !shape.HasWord("do", "does", "did", "can", "could", "to", "who", "they", "we", "you", "would", "should",
            "that", "which", "many");

    // Words that mean another relation for what is asked: «comes from whom» a maker, «which model is behind X» a base, «who tuned X» tunes.
    private static Relation Meant(QuestionShape shape, Relation relation, EvaluationContext context)
    {
        var asksMaker = shape.HasWord("whom", "who", "whos") || shape.Kinds.Any(kind =>
            kind is EntityKind.Organisation or EntityKind.Person);
        if (relation.Hit.Words is "comes from" or "come from" or "came from" or "coming from" && asksMaker
            && (relation.Subject ?? relation.Target) is { } made)
            return new Relation(As(relation.Hit, [Predicates.ReleasedBy, Predicates.CreatedBy], Orientation.NounForObject), made, null);
        if (relation.Hit.Cue.Orientation == Orientation.NounForObject && relation.Predicates.Contains(Predicates.ReleasedBy)
            && relation.Subject is { Entity.Kind: EntityKind.Person } person && shape.Kinds.Contains(EntityKind.Organisation))
            return new Relation(As(relation.Hit, [Predicates.MemberOf], Orientation.NounForObject), person, null);
        if (relation.Hit.Words is "made with" or "built with" or "made using" or "created with"
            && relation.Target is { Entity.Kind: EntityKind.Model } source && relation.Subject is null)
            return new Relation(As(relation.Hit, [Predicates.DistilledFrom, Predicates.Uses, Predicates.BuiltOn], Orientation.SubjectFirst),
                null, source);
        if (relation.Hit.Words is "behind" or "is behind" && shape.Kinds.Contains(EntityKind.Model)
            && (relation.Subject ?? relation.Target) is { } built)
            return new Relation(As(relation.Hit, [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)],
                Orientation.NounForObject), built, null);
        if (relation.Hit.Words is "tuned" or "fine tuned" or "finetuned" && relation is { Subject: { } tuned, Target: null }
            && context.Facts.From(tuned.Entity, Predicates.FineTunedFrom).IsEmpty
                && !context.Facts.To(tuned.Entity, Predicates.FineTunedFrom).IsEmpty)
            return new Relation(As(relation.Hit, [Predicates.FineTunedFrom], Orientation.NounForSubject), null, tuned);
        return relation;
    }

    private static CueHit As(CueHit hit, ImmutableArray<Predicate> predicates, Orientation orientation) =>
        hit with { Cue = new Cue(Topic.Relation, predicates, orientation) };

    // The side that the question names. Where it names both, the one it does not ask about: «what did Meta release built on X».
    private static (Entity? Entity, bool Inverse) Side(QuestionShape shape, Relation relation, EvaluationContext context)
    {
        if (relation.Subject is { } subject && relation.Target is { } other)
        {
            if (shape.IsYesNo)
                return (null, false);
            var isMaker = (subject.Entity.Kind is EntityKind.Organisation or EntityKind.Person)
                && other.Entity.Kind is not EntityKind.Organisation;
            var asksForSubject = isMaker || (shape.Kinds.Length > 0 && other.Entity.Kind is not EntityKind.Organisation
                && !context.Facts.To(other.Entity, relation.Predicates).IsEmpty
                && context.Facts.From(subject.Entity, relation.Predicates).IsEmpty);
            return asksForSubject ? (other.Entity, true) : (subject.Entity, false);
        }

        if (relation.Subject is { } only)
            return (only.Entity, Turned(shape, relation, only.Entity, context));
        var target = relation.Target!.Entity;
        if (relation.Hit.Words.EndsWith(" of", StringComparison.Ordinal) && relation.Hit.Cue.Orientation == Orientation.SubjectFirst
            && relation.Predicates.Contains(Predicates.MemberOf))
            return (target, true);
        return (target, shape.Kinds.Length > 0 || !context.Facts.To(target, relation.Predicates).IsEmpty
            || context.Facts.From(target, relation.Predicates).IsEmpty);
    }

    // «Falcon was released by whom» has a subject; «models trained on X» may read «X trained models»: the notes tell which makes sense.
    private static bool Turned(QuestionShape shape, Relation relation, Entity entity, EvaluationContext context) =>
        context.Facts.From(entity, relation.Predicates).IsEmpty
        && !context.Facts.To(entity, relation.Predicates).IsEmpty
        && !shape.Has(Topic.Date)
        && (relation.Hit.Cue.Orientation != Orientation.NounForObject || relation.Predicates.All(predicate =>
            predicate.Role is not (LineageRole.Derivation or LineageRole.Ingredient)))
        && !StandsBefore(shape, relation, entity)
        && !IsAsked(shape, relation, entity);

    // «X used …» has X for its subject, whatever the notes hold.
    private static bool StandsBefore(QuestionShape shape, Relation relation, Entity entity) =>
        relation.Hit.Cue.Orientation == Orientation.SubjectFirst && relation.Hit.First > 0
            && shape.Terms[relation.Hit.First - 1].Mention?.Entity == entity
        && !relation.Hit.Words.EndsWith(" by", StringComparison.Ordinal);

    // «what is X based on»: the auxiliary before X makes it the subject, whatever the notes hold.
    private static bool IsAsked(QuestionShape shape, Relation relation, Entity entity)
    {
        var at = shape.IndexOf(shape.Mentions.First(mention => mention.Entity == entity));
        return at > 0 && at < relation.Hit.First && relation.Hit.Cue.Orientation == Orientation.SubjectFirst
            && shape.Terms[at - 1].Word is "is" or "are" or "was" or "were" or "did" or "does" or "do" or "the"
                && shape.Terms[0].Word is "what" or "which" or "on" or "from";
    }

    // Whoever wrote or collected something is asked for by «wrote»; whoever published it by «released».
    private static ImmutableArray<Predicate> Order(Relation relation, Entity entity, bool inverse)
    {
        var predicates = relation.Predicates;
        if (!predicates.Contains(Predicates.CreatedBy) || !predicates.Contains(Predicates.ReleasedBy))
            return predicates;
        var making = relation.Hit.Words.Split(' ')[0] is "wrote" or "write" or "writes" or "authored" or "penned" or "collected"
            or "collect" or "collects" or "curated" or "gathered"
            or "created" or "create" or "invented" or "designed" or "assembled" or "compiled" or "author" or "authors" or "creator"
                or "creators" or "inventor" or "put";
        return making || (!inverse && (entity.Kind is EntityKind.Organisation or EntityKind.Event))
            ? [Predicates.CreatedBy, Predicates.ReleasedBy]
            : [Predicates.ReleasedBy, Predicates.CreatedBy];
    }
}
