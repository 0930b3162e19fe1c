using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Reads what a sentence states without a verb of its own: «Meta's LLaMA», «an open-source model», «X is Y after more
/// training».</summary>
internal static class PlainAssertions
{
    private static readonly string[] Nouns = ["model", "models", "llm", "llms", "chatbot", "dataset", "corpus", "tool", "library",
        "framework", "assistant", "generator"];

    public static IEnumerable<Assertion> Read(Clauses clauses)
    {
        var pieces = clauses.Pieces;
        for (var at = 0; at < pieces.Length; at++)
        {
            if (pieces[at] is { Possessive: true, Referred: false, Entity: { } owner } && Grammar.IsAgent(owner) && at + 1 < pieces.Length
                && pieces[at + 1] is { Possessive: false, Entity: { } owned }
                && owned.Kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool)
                yield return new RelationAssertion(pieces[at + 1].Entities, RelationWords.Meant(CueClass.Make, owned, owner),
                    pieces[at].Entities, false, null, []);
            if (Owned(pieces, at) is { } whose)
                yield return whose;
            if (Openness(pieces, at) is { } openness)
                yield return openness;
            if (Copula(pieces, at) is { } same)
                yield return same;
            if (Licensed(pieces, at) is { } licensed)
                yield return licensed;
            if (Post(pieces, at) is { } post)
                yield return post;
        }
    }

    // «Gemma, Google's open model family», «WizardLM is a Microsoft model»
    private static RelationAssertion? Owned(ImmutableArray<Piece> pieces, int at)
    {
        if (at == 0 || at + 1 >= pieces.Length || pieces[at].Entity is not { } owner || !Grammar.IsAgent(owner) || !pieces[at + 1].IsWord)
            return null;
        var noun = pieces.Skip(at + 1).Take(4).TakeWhile(piece => piece.IsWord && !piece.Before.Contains(','))
            .Any(piece => Nouns.Contains(piece.Word) || piece.Word is "product" or "project");
        var before = at - 1;
        if (before > 0 && pieces[before].Word is "a" or "an" or "the")
            before--;
        var copula = pieces[before].Word is "is" or "was";
        if (copula)
            before--;
        var apposed = pieces[before + 1].Before.Contains(',') && (pieces[at].Possessive || before + 1 < at);
        return noun && before >= 0 && (copula || apposed) && pieces[before] is { Possessive: false, Entity: { } thing }
            && Grammar.IsThing(thing)
            ? new RelationAssertion(pieces[before].Entities, RelationWords.Meant(CueClass.Make, thing, owner), pieces[at].Entities, false,
                null, [])
            : null;
    }

    private static OpennessAssertion? Openness(ImmutableArray<Piece> pieces, int at)
    {
        var open = pieces[at].Word is "open" && at + 1 < pieces.Length && pieces[at + 1].Word is "source" or "weights" or "weight";
        var closed = pieces[at].Word is "proprietary" or "closed";
        if ((!open && !closed) || pieces[..at].Any(piece => Grammar.IsDoubt(piece.Word)) || at == 0)
            return null;
        var start = at;
        while (start > 0 && pieces[start - 1].Word is "a" or "an" or "the" or "fully" or "truly" or "completely" or "another" or "entirely"
            or "first" or "large" or "small" or "new" && !pieces[start].Before.Contains(','))
            start--;
        var isNoun = pieces.Skip(at).Take(7).TakeWhile((piece, i) => i == 0 || (piece.IsWord && !piece.Before.Contains(',')))
            .Any(piece => Nouns.Contains(piece.Word));
        var isCopula = start > 0 && pieces[start - 1].Word is "is" or "was" or "are";
        if (start > 1 && isCopula && pieces[start - 2] is { Possessive: false, Entity: { } subject } && Grammar.IsThing(subject)
            && (isNoun || start == at))
            return new OpennessAssertion(pieces[start - 2].Entities, open);
        if (start > 0 && isNoun && pieces[start].Before.Contains(',') && pieces[start - 1] is { Possessive: false, Entity: { } apposed }
            && Grammar.IsThing(apposed))
            return new OpennessAssertion(pieces[start - 1].Entities, open);
        // «an open-source language model called Open Assistant»
        var called = pieces.Skip(at).TakeWhile(piece => !Grammar.IsRelative(piece.Word) && piece.Word is not ("and" or "or")).Take(14)
            .ToList();
        var name = called.FindIndex(piece => piece.Word is "called" or "named");
        return isNoun && name > 0 && name + 1 < called.Count && called[name + 1].Entity is { } named && Grammar.IsThing(named)
            ? new OpennessAssertion(called[name + 1].Entities, open) : null;
    }

    // «StarCoder is StarCoderBase after further training»
    private static RelationAssertion? Copula(ImmutableArray<Piece> pieces, int at)
    {
        if (at == 0 || at + 2 >= pieces.Length || pieces[at].Word is not ("is" or "was")
            || pieces[at - 1] is not { Possessive: false, Entity: { } subject } || !Grammar.IsThing(subject))
            return null;
        var next = at + 1;
        while (next < pieces.Length && pieces[next].Word is "just" or "simply" or "basically" or "essentially" or "a" or "an" or "the"
            or "tuned" or "fine" or "finetuned")
            next++;
        if (next + 1 >= pieces.Length || pieces[next] is not { Possessive: false, Entity: { } target } || !Grammar.IsThing(target)
            || target == subject)
            return null;
        var further = pieces[next + 1].Word is "after" or "with" or "plus" or "fine" or "tuned" or "trained" or "minus" or "finetuned"
            or "further" or "continued" || next > at + 1 && pieces[next - 1].Word is "tuned" or "finetuned";
        return further ? new RelationAssertion(pieces[at - 1].Entities, RelationWords.Meant(CueClass.Derive, subject, target),
            pieces[next].Entities, false, null, []) : null;
    }

    // «the Apache-licensed Mistral 7B», «Mistral 7B is Apache-licensed»
    private static RelationAssertion? Licensed(ImmutableArray<Piece> pieces, int at)
    {
        if (at == 0 || pieces[at].Word is not ("licenced" or "licensed")
            || pieces[at - 1].Entities.FirstOrDefault(entity => entity.Kind == EntityKind.Licence) is not { } licence)
            return null;
        var subject = pieces[..(at - 1)].LastOrDefault(piece => piece.Entity is { } entity && Grammar.IsThing(entity) && !piece.Possessive)
            ?? pieces.Skip(at).FirstOrDefault(piece => piece.Entity is { } entity && Grammar.IsThing(entity));
        return subject is null ? null : new RelationAssertion(subject.Entities, [Predicates.LicensedUnder], [licence], false, null, []);
    }

    // «EleutherAI, where she is executive director»
    private static RelationAssertion? Post(ImmutableArray<Piece> pieces, int at)
    {
        if (at == 0 || at + 2 >= pieces.Length || pieces[at].Word != "where" || pieces[at + 1].Entity is not { Kind: EntityKind.Person }
            || !Grammar.IsAuxiliary(pieces[at + 2].Word) && pieces[at + 2].Word is not ("works" or "worked" or "leads"))
            return null;
        return pieces[at - 1].Entity is { Kind: EntityKind.Organisation }
            ? new RelationAssertion(pieces[at + 1].Entities, [Predicates.MemberOf], pieces[at - 1].Entities, false, null, []) : null;
    }
}
