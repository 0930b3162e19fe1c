using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>A relation that a question speaks of, with the arguments that it names.</summary>
/// <param name="Hit">The phrase.</param>
/// <param name="Subject">The subject; null when the question asks for it, or names none.</param>
/// <param name="Target">The object; null when the question asks for it, or names none.</param>
internal sealed record Relation(CueHit Hit, Mention? Subject, Mention? Target)
{
    public ImmutableArray<Predicate> Predicates => Hit.Cue.Predicates;

    /// <summary>All relations of a question that have at least one argument.</summary>
    public static IEnumerable<Relation> Of(QuestionShape shape) =>
        shape.Cues.Where(hit => hit.Cue.Topic == Topic.Relation).Select(hit => Read(shape, hit))
            .Where(relation => relation.Subject is not null || relation.Target is not null);

    private static Relation Read(QuestionShape shape, CueHit hit)
    {
        // What is built on or trained on something is no company, unless a statement says so.
        var things = !shape.IsYesNo && hit.Cue.Predicates.All(predicate =>
            predicate.Role is LineageRole.Derivation or LineageRole.Ingredient)
            && shape.Entities.Any(entity => entity.Kind.IsArtefact());
        var before = Nearest(shape, hit.First - 1, -1, things);
        var after = Nearest(shape, hit.End, +1, things);
        // «FineWeb-Edu: which model labelled the data»: what stands in front is only what the question is about.
        if (hit.Cue.Orientation == Orientation.ObjectFirst && after is null && before is not null && IsTopic(shape, before))
            (before, after) = (null, before);
        return hit.Cue.Orientation switch
        {
            // «what did they start from for X»: what stands behind «for» was made.
            Orientation.SubjectFirst when before is null && after is not null && LeadsTo(shape, hit, after) => new Relation(hit, after, null),
            Orientation.SubjectFirst => new Relation(hit, before, after),
            Orientation.ObjectFirst when IsPassive(shape, hit, before) => new Relation(hit, before, null),
            Orientation.ObjectFirst => new Relation(hit, after, before),
            // «which models have SigLIP as vision encoder»: what stands before «as» plays the part.
            Orientation.NounForObject when before is not null && PlaysPart(shape, hit) => new Relation(hit, null, before),
            Orientation.NounForObject => Noun(hit, Owner(shape, hit, before, after), isSubject: true),
            _ => Noun(hit, Owner(shape, hit, before, after), isSubject: false),
        };
    }

    private static bool LeadsTo(QuestionShape shape, CueHit hit, Mention after) => hit.End < shape.Terms.Length
        && shape.Terms[hit.End].Word is "for" && hit.Words[^1] != 'f' && shape.IndexOf(after) - hit.End <= 2
        && hit.Cue.Predicates.All(predicate => predicate.Role is LineageRole.Derivation or LineageRole.Ingredient);

    private static Relation Noun(CueHit hit, Mention? owner, bool isSubject) => isSubject ? new Relation(hit, owner, null)
        : new Relation(hit, null, owner);

    // «the maker of X» has it behind, «X's maker» before; «of», «for», «in», «behind» lead to what stands behind.
    private static Mention? Owner(QuestionShape shape, CueHit hit, Mention? before, Mention? after)
    {
        var leads = hit.End < shape.Terms.Length
            && (shape.Terms[hit.End].Word is null or "of" or "for" or "in" or "behind" or "did" or "does" or "was" or "is" or "by" or "the"
            or "from");
        return leads ? after ?? before : before ?? after;
    }

    // «when was X released», «X was launched», «is X made …»: the maker does not stand before the verb.
    private static bool IsPassive(QuestionShape shape, CueHit hit, Mention? before)
    {
        if (before is null)
            return false;
        var at = shape.IndexOf(before);
        var auxiliaryBefore = false;
        for (var i = 0; i < hit.First; i++)
            auxiliaryBefore |= shape.Terms[i].Word is "was" or "were" or "is" or "are" or "been" or "got";
        var doneBy = false;
        for (var i = 0; i < hit.First; i++)
            doneBy |= shape.Terms[i].Word is "did" or "does" or "do" or "has" or "have";
        return auxiliaryBefore && !doneBy && at < hit.First && hit.Words is not ("behind" or "did");
    }

    private static bool PlaysPart(QuestionShape shape, CueHit hit)
    {
        var at = hit.First - 1;
        while (at > 0 && shape.Terms[at].Word is "a" or "an" or "the" or "its" or "their")
            at--;
        return at > 0 && shape.Terms[at].Word is "as";
    }

    private static bool IsTopic(QuestionShape shape, Mention mention) =>
        shape.IndexOf(mention) == 0 && shape.Terms.Length > 1 && shape.Terms[1].Word is "what" or "which" or "who" or "whose" or "whats"
            or "whos";

    private static Mention? Nearest(QuestionShape shape, int at, int step, bool thingsOnly)
    {
        for (; at >= 0 && at < shape.Terms.Length; at += step)
        {
            // «what did he work on before Mistral» asks for nothing about Mistral.
            if (step > 0 && shape.Terms[at].Word is "before" or "besides" or "except")
                return null;
            if (shape.Terms[at].Mention is { } mention && (!thingsOnly
                || mention.Entity.Kind is not EntityKind.Organisation and not EntityKind.Person))
                return mention;
        }

        return null;
    }
}
