using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>What relation a phrase of a question means, where its words alone do not tell.</summary>
internal static class RelationMeaning
{
    /// <summary>True for a phrase that asks for its relation; false for one that is only a label or a noun.</summary>
    public static bool IsRelation(QuestionShape shape, Relation relation) => !IsLabel(shape, relation) && !IsNoun(shape, relation)
        && !IsThought(shape, relation) && !IsDesign(shape, relation);

    // Words that mean another relation for what is asked: «comes from whom» a maker, «which model is behind X» a base, «who tuned X» tunes.
    public static Relation Of(QuestionShape shape, Relation relation, EvaluationContext context)
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
        // «which dataset was X tuned on» asks for the data and not for the base.
        if (relation.Hit.Words.EndsWith("tuned on", StringComparison.Ordinal) && shape.Kinds.Contains(EntityKind.Dataset) && relation.Target is null)
            return relation with { Hit = As(relation.Hit, [Predicates.TrainedOn], relation.Hit.Cue.Orientation) };
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

    // Whoever wrote or collected something is asked for by «wrote»; whoever published it by «released».
    public static ImmutableArray<Predicate> Order(Relation relation, Entity entity, bool inverse)
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

    // «the AgentInstruct dataset» only says what kind of thing it is.
    private static bool IsLabel(QuestionShape shape, Relation relation) =>
        (relation.Hit.Words is "dataset" or "datasets" or "corpus" or "data") && relation.Hit.First > 0
        && shape.Terms[relation.Hit.First - 1].Mention is { Entity.Kind: EntityKind.Dataset };

    // «the idea behind X» asks for no maker: only somebody stands behind a thing.
    private static bool IsThought(QuestionShape shape, Relation relation) =>
        relation.Hit.Words is "behind" && relation.Hit.First > 0 && shape.Terms[relation.Hit.First - 1].Word is { Length: > 3 } thought
        && shape.Residue.Contains(thought) && !shape.HasWord("who", "whos");

    // «its architecture is copied from what»: the noun only says in what it was copied.
    private static bool IsDesign(QuestionShape shape, Relation relation) =>
        relation.Hit.Words is "architecture" or "method" or "technique"
            && shape.Cues.Any(hit => hit.Cue.Predicates.Contains(Predicates.Reimplements));

    // «support» in «support phone number» is no verb: a bare verb form needs somebody who does it, or an auxiliary.
    private static bool IsNoun(QuestionShape shape, Relation relation) =>
        (relation.Hit.Words is "support" or "use" or "release" or "host" or "fund" or "lead" or "power" or "extend" or "replace" or "drop"
            or "share" or "need")
        && shape.Kinds.IsEmpty && !shape.HasWord("do", "does", "did", "can", "could", "to", "who", "they", "we", "you", "would", "should",
            "that", "which", "many");
}
