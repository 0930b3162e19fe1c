using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds the subject that belongs to a cue.</summary>
/// <remarks>Made for one sentence; not thread-safe.</remarks>
internal sealed class SubjectFinder(ImmutableArray<Piece> pieces, ImmutableArray<Cue> cues, Piece? topic, ClauseBounds bounds,
    NameGroups groups)
{
    private const int Reach = 14;

    private readonly Dictionary<Cue, ImmutableArray<Piece>> _subjects = [];

    /// <summary>The names that stand before the cue as its grammatical subject; empty when the sentence gives none of the wanted
    /// kind.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="fits">The kinds of things that can be its subject.</param>
    /// <param name="participle">True for a verb that may be a participle: «the chatbot released by X».</param>
    public ImmutableArray<Piece> Find(Cue cue, Func<Entity, bool> fits, bool participle = false)
    {
        var (governor, at) = Govern(cue, participle);
        var found = governor switch
        {
            Governor.Relative => Left(at - 1, fits, bounds.Start(cue)),
            Governor.Coordinated => Shared(cue, at, fits),
            Governor.Finite => Main(cue, at, fits),
            _ => Modified(cue, at, fits),
        };
        _subjects[cue] = found;
        return found;
    }

    private (Governor Governor, int At) Govern(Cue cue, bool participle)
    {
        // «A reimplements B using C»: it is A that uses C.
        if (cue.Words is "using" or "with the help of" or "by means of" && cues.Any(other => other.End <= cue.First))
            return (Governor.Coordinated, cue.First);
        var helped = false;
        var at = cue.First - 1;
        for (; at >= 0 && at >= cue.First - 9; at--)
        {
            var piece = pieces[at];
            if (piece.Date is not null || !piece.Entities.IsEmpty || pieces[at + 1].BreaksBefore || pieces[at + 1].Before.Contains(','))
                break;
            if (Grammar.IsRelative(piece.Word) && at > 0)
                return (Governor.Relative, at);
            if (Grammar.IsJoint(piece.Word) && (cues.Any(other => other.End <= at) || pieces[..at]
                .Any(each => Grammar.IsAuxiliary(each.Word))))
                return (Governor.Coordinated, at);
            helped |= Grammar.IsAuxiliary(piece.Word);
        }

        // «X, which in May 2023 was …»
        var verb = cue.Form == CueForm.Verb ? !participle : Grammar.IsFinite(pieces[cue.First].Word);
        return (helped || verb ? Governor.Finite : Governor.Modifier, at + 1);
    }

    private ImmutableArray<Piece> Shared(Cue cue, int at, Func<Entity, bool> fits)
    {
        var before = cues.LastOrDefault(other => other.End <= at && _subjects.ContainsKey(other) && _subjects[other]
            .Any(piece => fits(piece.Entity!)));
        return before is not null ? [.. _subjects[before].Where(piece => fits(piece.Entity!))]
            : Main(cue, Math.Min(at, bounds.FirstVerb(bounds.Start(cue), cue)), fits);
    }

    private ImmutableArray<Piece> Main(Cue cue, int verb, Func<Entity, bool> fits)
    {
        var start = bounds.Start(cue);
        if (verb > start && verb <= cue.First && !pieces[verb].Before.Contains(',') && Names(verb - 1, fits) is { IsEmpty: false } adjacent)
            return Singular(adjacent, verb);
        verb = Math.Max(verb, bounds.FirstVerb(start, cue));
        var from = bounds.PastOpening(start, verb);
        verb = bounds.FirstVerb(from, cue);
        for (var at = from; at < verb; at++)
        {
            if (groups.Fits(at, fits) && groups.Group(at, fits) is { IsEmpty: false } group)
                return Singular([.. group.Where(piece => piece.Start < pieces[Math.Min(verb, pieces.Length - 1)].Start)], verb);
        }

        if (!pieces[from..verb].Any(piece => piece.Entity is not null && !piece.Possessive) && topic is not null && fits(topic.Entity!)
            && PointsBack(from, cue))
            return [topic];
        // «its last stage», «Alpaca's data»: the owner stands for the part.
        var owner = pieces[from..verb].LastOrDefault(piece => piece.Possessive && fits(piece.Entity!));
        return owner is not null && !pieces[from..verb].Any(piece => piece.Entity is not null && !piece.Possessive) ? [owner] : [];
    }

    // «Built on LLaMA, Vicuna …»: the subject follows; else the nearest name before.
    private ImmutableArray<Piece> Modified(Cue cue, int at, Func<Entity, bool> fits)
    {
        var start = bounds.Start(cue);
        if (at > start && pieces[at - 1] is { Possessive: true } owner && owner.Entities.Any(fits))
            return [owner];
        if (cue.First > start && Left(Math.Min(at, cue.First) - 1, fits, start) is { IsEmpty: false } before)
            return Kin(cue, before[^1], fits) ?? (IsHead(before[^1], cue) ? before : []);
        if (cue.First > bounds.Start(cue) + 1)
            return [];
        for (var next = cue.End; next < pieces.Length; next++)
        {
            if (pieces[next].Before.Contains(',') && groups.Right(next, fits, cue, bounds) is { IsEmpty: false } behind)
                return behind;
        }

        return [];
    }

    // «a tune of X trained on Y»: the tune was trained, not X.
    private ImmutableArray<Piece>? Kin(Cue cue, Piece before, Func<Entity, bool> fits)
    {
        var at = pieces.IndexOf(before);
        var noun = cues.LastOrDefault(other => other.End <= at && other.Form == CueForm.Forward
            && other.Words.Split(' ') is [.., not ("top" or "out"), "of"]);
        if (noun is null || at < 0 || pieces[noun.End..cue.First].Any(piece => piece.Before.Contains(',')) || pieces[noun.End..at]
            .Any(piece => piece.Entity is not null))
            return null;
        return _subjects.TryGetValue(noun, out var subjects) && subjects.Any(piece => fits(piece.Entity!))
            ? [.. subjects.Where(piece => fits(piece.Entity!))] : null;
    }

    // «X on instructions generated by Y»: another noun stands between, and that is what the participle belongs to.
    private bool IsHead(Piece before, Cue cue)
    {
        var at = pieces.IndexOf(before);
        return at < 0 || !pieces[(at + 1)..cue.First].Any(piece => piece.Quantity is not null || piece.Word is "on" or "with" or "from"
            or "for" or "in" or "to" or "of" or "by");
    }

    private ImmutableArray<Piece> Left(int at, Func<Entity, bool> fits, int start)
    {
        for (var reach = 0; at >= start && reach < Reach; at--, reach++)
        {
            if (groups.Fits(at, fits))
                return groups.Group(at, fits);
        }

        return [];
    }

    private ImmutableArray<Piece> Names(int at, Func<Entity, bool> fits) => at >= 0 && groups.Fits(at, fits) ? groups.Group(at, fits) : [];

    // «… Mistral 7B and Notus is …»: a verb in the singular has one subject, the nearest.
    private ImmutableArray<Piece> Singular(ImmutableArray<Piece> group, int verb) =>
        group.Length > 1 && verb < pieces.Length && pieces[verb].Word is "is" or "was" or "has" ? [group[^1]] : group;

    // «the set was taken offline», «this was trained on», «the pairs were filtered»: said of what was spoken of.
    private bool PointsBack(int from, Cue cue)
    {
        var verb = bounds.FirstVerb(from, cue);
        var start = from;
        while (start < verb && (Grammar.IsPreposition(pieces[start].Word) || pieces[start].Date is not null
            || pieces[start].Word is "then" or "later" or "and"))
            start++;
        return start < verb && verb - start <= 5 && pieces[start].Word is "the" or "its" or "this" or "these" or "their" or "training"
            or "all";
    }
}
