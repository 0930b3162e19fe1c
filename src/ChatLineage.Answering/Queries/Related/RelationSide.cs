using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>Which side of a relation a question names, so that the other is what it asks for.</summary>
internal static class RelationSide
{
    // The side that the question names. Where it names both, the one it does not ask about: «what did Meta release built on X».
    public static (Entity? Entity, bool Inverse) Of(QuestionShape shape, Relation relation, EvaluationContext context)
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
    // «what went into X» asks for what is in X, whatever the notes hold.
    private static bool Turned(QuestionShape shape, Relation relation, Entity entity, EvaluationContext context) =>
        context.Facts.From(entity, relation.Predicates).IsEmpty
        && !context.Facts.To(entity, relation.Predicates).IsEmpty
        && !shape.Has(Topic.Date)
        && (relation.Hit.Cue.Orientation != Orientation.NounForObject || relation.Predicates.All(predicate =>
            predicate.Role is not (LineageRole.Derivation or LineageRole.Ingredient)))
        && !StandsBefore(shape, relation, entity)
        && !StandsInside(shape, relation, entity)
        && !IsAsked(shape, relation, entity);

    // «X used …» has X for its subject, whatever the notes hold.
    private static bool StandsBefore(QuestionShape shape, Relation relation, Entity entity) =>
        relation.Hit.Cue.Orientation == Orientation.SubjectFirst && relation.Hit.First > 0
            && shape.Terms[relation.Hit.First - 1].Mention?.Entity == entity
        && !relation.Hit.Words.EndsWith(" by", StringComparison.Ordinal);

    // «what went into X», «used in X»: X is what was made.
    private static bool StandsInside(QuestionShape shape, Relation relation, Entity entity) =>
        relation.Hit.Cue.Orientation == Orientation.ObjectFirst && relation.Hit.Words.Split(' ')[^1] is "into" or "in"
            && relation.Hit.End < shape.Terms.Length && shape.Terms.Skip(relation.Hit.End).Take(2).Any(term => term.Mention?.Entity == entity);

    // «what is X based on»: the auxiliary before X makes it the subject, whatever the notes hold.
    private static bool IsAsked(QuestionShape shape, Relation relation, Entity entity)
    {
        var at = shape.IndexOf(shape.Mentions.First(mention => mention.Entity == entity));
        return at > 0 && at < relation.Hit.First && relation.Hit.Cue.Orientation == Orientation.SubjectFirst
            && shape.Terms[at - 1].Word is "is" or "are" or "was" or "were" or "did" or "does" or "do" or "the"
                && shape.Terms[0].Word is "what" or "which" or "on" or "from";
    }
}
