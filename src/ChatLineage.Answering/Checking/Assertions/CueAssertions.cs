using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Reads what the words of one cue state.</summary>
internal static class CueAssertions
{
    public static IEnumerable<Assertion> Read(Cue cue, Clauses clauses, DescribedThings described) => cue.Form switch
    {
        CueForm.Backward => Backward(cue, clauses),
        CueForm.Tight => Tight(cue, clauses),
        CueForm.Verb => Verb(cue, clauses, described),
        _ => Forward(cue, clauses),
    };

    private static Func<Entity, bool> Subjects(Cue cue) => entity => RelationWords.FitsSubject(cue.Class, entity);

    private static Func<Entity, bool> Objects(Cue cue) => entity => RelationWords.FitsObject(cue.Class, entity);

    private static IEnumerable<Assertion> Forward(Cue cue, Clauses clauses)
    {
        var subjects = clauses.Subject(cue, Subjects(cue));
        if (cue.Class is CueClass.Appear)
            return Dates(cue, clauses, subjects);
        // «X was used by Y» turns the verb round.
        if (cue.Class is CueClass.Use && cue.Words == "used" && clauses.IsPassive(cue))
            return [];
        if (cue.Class is CueClass.Happen)
            return Happening(cue, clauses, subjects.IsEmpty ? clauses.Subject(cue, Grammar.IsAgent) : subjects);
        if (cue.Class is CueClass.Measure)
            return Sizes(cue, clauses, subjects, cue.End);
        var objects = cue.Words.EndsWith("time between", StringComparison.Ordinal)
            ? [.. clauses.Pieces.Skip(cue.End).Where(piece => piece.Entity?.Kind == EntityKind.Organisation)]
            : clauses.Object(cue, Objects(cue));
        if (subjects.IsEmpty)
            return Unnamed(cue, clauses, objects);
        if (objects.IsEmpty)
            return cue.Class is CueClass.Train or CueClass.Use or CueClass.Distil ? Sizes(cue, clauses, subjects, cue.End) : [];
        var released = cue.Class == CueClass.Licence ? Pairs(cue with { Class = CueClass.Make }, clauses, subjects,
            clauses.Agent(cue, Grammar.IsAgent)).Concat(Dates(cue, clauses, subjects)) : [];
        return Pairs(cue, clauses, subjects, objects).Concat(released);
    }

    // «X, the company behind Y», and «the company behind Y is X».
    private static IEnumerable<Assertion> Backward(Cue cue, Clauses clauses)
    {
        var things = clauses.Object(cue, Subjects(cue), near: true);
        var makers = clauses.Subject(cue, Objects(cue));
        if (makers.IsEmpty && !things.IsEmpty && clauses.Pieces.IndexOf(things[^1]) + 1 is var verb && verb > 0
            && verb < clauses.Pieces.Length && Grammar.IsAuxiliary(clauses.Pieces[verb].Word))
            makers = clauses.Object(cue with { First = verb, End = verb + 1 }, Objects(cue));
        return Pairs(cue, clauses, things, makers);
    }

    private static IEnumerable<Assertion> Tight(Cue cue, Clauses clauses)
    {
        var before = cue.First > 0 ? clauses.Pieces[cue.First - 1] : null;
        var next = cue.End < clauses.Pieces.Length && clauses.Pieces[cue.End].Word is "the" ? cue.End + 1 : cue.End;
        var behind = next < clauses.Pieces.Length ? clauses.Pieces[next] : null;
        // «X was distilled from Y by Z»: Z made X.
        var verb = cue.Words == "by" ? clauses.Cues.LastOrDefault(other => other.End <= cue.First - 1 && other.Form == CueForm.Forward
            && clauses.Pieces[other.End..(cue.First - 1)].All(piece => piece.IsWord && !piece.Before.Contains(','))) : null;
        if (verb is not null && before?.Entity is not null && behind?.Entity is { } agent && Grammar.IsAgent(agent)
            && clauses.IsPassive(verb))
            return Pairs(cue, clauses, clauses.Subject(verb, Subjects(cue)), [behind]);
        return before?.Entity is { } thing && Grammar.IsThing(thing) && behind?.Entity is { } maker && Grammar.IsAgent(maker)
            && !before.Possessive && !behind.Possessive
            ? Pairs(cue, clauses, [before], [behind])
            : [];
    }

    private static IEnumerable<Assertion> Verb(Cue cue, Clauses clauses, DescribedThings described)
    {
        Func<Entity, bool> maker = cue.Class == CueClass.Distil ? Grammar.IsThing : Grammar.IsAgent;
        var passive = clauses.IsPassive(cue) || (cue.End < clauses.Pieces.Length && clauses.Pieces[cue.End].Word == "by");
        var makers = passive ? [] : clauses.Subject(cue, maker);
        var things = clauses.Object(cue, Subjects(cue));
        if (makers.IsEmpty || (things.IsEmpty && clauses.Agent(cue, Objects(cue)) is { IsEmpty: false }))
            return Passive(cue, clauses);
        var kind = cue.Class == CueClass.Derive ? cue with { Class = CueClass.Make } : cue;
        if (things.IsEmpty)
            return Described(cue, clauses, described, makers);
        return Pairs(kind, clauses, things, makers).Concat(Bases(cue, clauses, things)).Concat(Dates(cue, clauses, things));
    }

    private static IEnumerable<Assertion> Passive(Cue cue, Clauses clauses)
    {
        var subjects = clauses.Subject(cue, Subjects(cue), participle: true);
        var makers = clauses.Agent(cue, Objects(cue));
        var kind = cue.Class == CueClass.Derive ? cue with { Class = CueClass.Make } : cue;
        IEnumerable<Assertion> made = Pairs(kind, clauses, subjects, makers);
        var by = clauses.Pieces.Skip(cue.End).Take(1).Any(piece => piece.Word == "by");
        if (makers.IsEmpty && by)
            made = Sizes(cue, clauses, subjects, cue.End + 1, "was " + cue.Words + " by");
        return made.Concat(Bases(cue, clauses, subjects)).Concat(Dates(cue, clauses, subjects));
    }

    // «A tuned S from O», «A trained S on O»: what stands behind the thing made.
    private static IEnumerable<Assertion> Bases(Cue cue, Clauses clauses, ImmutableArray<Piece> things)
    {
        if (things.IsEmpty || things[^1].Referred && things[^1].Start == 0)
            yield break;
        var at = clauses.Pieces.IndexOf(things[^1]) + 1;
        if (at <= cue.First || at >= clauses.Pieces.Length
            || clauses.Pieces[at].Word is not ("from" or "on" or "with" or "using" or "out" or "atop"))
            yield break;
        var behind = new Cue(cue.Words.StartsWith("train", StringComparison.Ordinal) ? CueClass.Train : CueClass.Derive, CueForm.Forward,
            at, at + 1, clauses.Pieces[at].Word);
        foreach (var assertion in Pairs(behind, clauses, things, clauses.Object(behind, entity => Grammar.IsThing(entity)
            && !things.Any(thing => thing.Entity == entity))))
            yield return assertion;
    }

    // «Hugging Face unveiled an alternative to ChatGPT»: the notes may know which.
    private static IEnumerable<Assertion> Described(Cue cue, Clauses clauses, DescribedThings described, ImmutableArray<Piece> makers)
    {
        var next = clauses.Cues.FirstOrDefault(other => other.First >= cue.End && other.Form == CueForm.Forward);
        if (next is null || clauses.Object(next, Grammar.IsThing) is not [var target, ..]
            || RelationWords.Meant(next.Class, target.Entity!, target.Entity!) is not { IsEmpty: false } meant)
            yield break;
        foreach (var maker in makers)
        {
            if (described.By(maker.Entity!, meant, target.Entity!) is not { } thing)
                continue;
            var piece = new Piece { Entities = [thing] };
            foreach (var assertion in Pairs(cue, clauses, [piece], [maker]).Concat(Pairs(next, clauses, [piece], [target]))
                .Concat(Dates(cue, clauses, [piece])))
                yield return assertion;
        }
    }

    private static IEnumerable<Assertion> Pairs(Cue cue, Clauses clauses, ImmutableArray<Piece> subjects, ImmutableArray<Piece> objects)
    {
        var negated = clauses.IsNegated(cue);
        foreach (var subject in subjects)
        {
            foreach (var target in objects)
            {
                var meant = RelationWords.Meant(cue.Class, Ordered(cue, subject)[0], target.Entity!);
                if (!meant.IsEmpty && subject.Entity != target.Entity)
                    yield return new RelationAssertion(Ordered(cue, subject), meant, target.Entities, negated, Size(cue, clauses),
                        Words(cue, clauses));
            }
        }
    }

    // «Kandinsky» can be a model or its makers; makers are founded, models are made.
    private static ImmutableArray<Entity> Ordered(Cue cue, Piece subject) =>
        cue.Class == CueClass.Make && !cue.Words.Contains("found", StringComparison.Ordinal)
            ? [.. subject.Entities.OrderByDescending(Grammar.IsThing)] : subject.Entities;

    private static IEnumerable<Assertion> Dates(Cue cue, Clauses clauses, ImmutableArray<Piece> subjects) =>
        clauses.Date(cue) is { } date && !clauses.IsNegated(cue) ? subjects.Where(piece =>
            RelationWords.FitsSubject(CueClass.Make, piece.Entity!)).Select(piece => new DateAssertion(piece.Entities, date)) : [];

    private static IEnumerable<Assertion> Sizes(Cue cue, Clauses clauses, ImmutableArray<Piece> subjects, int from, string? said = null)
    {
        if (subjects.IsEmpty || from >= clauses.Pieces.Length || clauses.IsNegated(cue))
            yield break;
        var found = clauses.Pieces.Skip(from).Take(5).TakeWhile(piece => piece.Entity is null && !piece.BreaksBefore
            && !clauses.Cues.Any(other => other != cue && other.Form != CueForm.Tight && clauses.Pieces[other.First] == piece))
            .FirstOrDefault(piece => piece.Quantity is not null)?.Quantity;
        if (found is not null && (found.Unit.Length > 0 || found.Number >= 1000))
            yield return new SizeAssertion(subjects[0].Entities, found, said ?? cue.Words);
    }

    private static IEnumerable<Assertion> Happening(Cue cue, Clauses clauses, ImmutableArray<Piece> subjects)
    {
        var behind = clauses.Object(cue, Subjects(cue));
        var all = subjects.Concat(behind).OrderByDescending(piece => Grammar.IsThing(piece.Entity!)).ToList();
        if (all.Count > 0)
            yield return new HappeningAssertion([all[0].Entity!], [.. all.Skip(1).Select(piece => piece.Entity!)], cue.Words,
                clauses.Date(cue));
    }

    // «many of these models are built on LLaMA», «others use the Pile».
    private static IEnumerable<Assertion> Unnamed(Cue cue, Clauses clauses, ImmutableArray<Piece> objects)
    {
        if (objects.IsEmpty || cue.Class is not (CueClass.Derive or CueClass.Train or CueClass.Use) || !Grammar.IsThing(objects[0].Entity!))
            yield break;
        var quantifier = clauses.Pieces[clauses.ClauseStart(cue)..cue.First].Select(piece => piece.Word)
            .FirstOrDefault(word => word is "many" or "most" or "several" or "others" or "some" or "dozens" or "various" or "numerous");
        if (quantifier is null)
            yield break;
        var meant = objects[0].Entity!.Kind == EntityKind.Dataset ? [Predicates.TrainedOn, Predicates.Uses, Predicates.BuiltOn]
            : RelationWords.Meant(cue.Class, objects[0].Entity!, objects[0].Entity!);
        yield return new CountAssertion(meant, objects[0].Entities, quantifier is "many" or "most" or "dozens" or "numerous" ? 5 : 2,
            quantifier);
    }

    private static string? Size(Cue cue, Clauses clauses) => clauses.Around(cue)
        .Where(piece => piece.Quantity is
        {
            Unit: "" or "size" or "model" or "version" or "variant" or "parameter" or "edition"
            or "checkpoint"
        } quantity && quantity.Text.Length > 1 && char.IsAsciiDigit(quantity.Text[0]))
        .Select(piece => piece.Quantity!.Text.Split(' ', '-')[0].ToUpperInvariant())
        .FirstOrDefault(text => text[^1] is 'B' or 'M');

    private static ImmutableArray<string> Words(Cue cue, Clauses clauses) =>
        [.. clauses.Around(cue).Select(piece => piece.Word).Concat(cue.Words.Split(' '))
            .Where(word => word.Length > 2 && !EverydayWords.AreGrammar(word)).Distinct()];
}
