using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds the subject, the object and the date that belong to a cue of a sentence.</summary>
/// <remarks>Made for one sentence; not thread-safe.</remarks>
internal sealed class Clauses(ImmutableArray<Piece> pieces, ImmutableArray<Cue> cues, Piece? topic)
{
    private const int Reach = 14;

    private readonly Dictionary<Cue, ImmutableArray<Piece>> _subjects = [];

    public ImmutableArray<Piece> Pieces => pieces;

    public ImmutableArray<Cue> Cues => cues;

    /// <summary>The names that stand before the cue as its grammatical subject; empty when the sentence gives none of the wanted kind.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="fits">The kinds of things that can be its subject.</param>
    /// <param name="participle">True for a verb that may be a participle: «the chatbot released by X».</param>
    public ImmutableArray<Piece> Subject(Cue cue, Func<Entity, bool> fits, bool participle = false)
    {
        var (governor, at) = Govern(cue, participle);
        var found = governor switch
        {
            Governor.Relative => Left(at - 1, fits, ClauseStart(cue)),
            Governor.Coordinated => Shared(cue, at, fits),
            Governor.Finite => Main(cue, at, fits),
            _ => Modified(cue, at, fits),
        };
        _subjects[cue] = found;
        return found;
    }

    /// <summary>The names that stand behind the cue as its object.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="fits">The kinds of things that can be its object.</param>
    /// <param name="near">True when no comma may stand between.</param>
    public ImmutableArray<Piece> Object(Cue cue, Func<Entity, bool> fits, bool near = false)
    {
        var found = Right(cue.End, fits, cue);
        return near && !found.IsEmpty && pieces[cue.End..pieces.IndexOf(found[0])].Any(piece => piece.Before.Contains(',')) ? [] : found;
    }

    /// <summary>The names behind «by» that belong to a verb.</summary>
    public ImmutableArray<Piece> Agent(Cue cue, Func<Entity, bool> fits)
    {
        for (var at = cue.End; at < pieces.Length && at < cue.End + Reach && !EndsClause(at, cue); at++)
        {
            if (pieces[at].Word == "by")
                return Right(at + 1, fits, cue);
        }

        return [];
    }

    /// <summary>The first date behind the cue, or else the one that opens its clause.</summary>
    public PartialDate? Date(Cue cue)
    {
        for (var at = cue.End; at < pieces.Length && at < cue.End + Reach && !EndsClause(at, cue); at++)
        {
            if (pieces[at].Date is { } date)
                return date;
            // «founded X and left it in 2024»: the second verb has a date of its own.
            if (pieces[at].Word == "and" && at + 1 < pieces.Length && pieces[at + 1] is { IsWord: true } next && !Grammar.IsPreposition(next.Word))
                break;
        }

        var start = ClauseStart(cue);
        for (var at = start; at < cue.First; at++)
        {
            if (cues.Any(other => other.First >= start && other.End <= at && other != cue && other.Form != CueForm.Tight))
                return null;
            if (pieces[at].Date is { } date && (at == start || pieces[start..at].All(piece => piece.IsWord && !IsCue(piece)) || Grammar.IsPreposition(pieces[at - 1].Word)) && !CueBetween(at, cue))
                return date;
        }

        return null;
    }

    /// <summary>True when the clause of the cue denies it.</summary>
    public bool IsNegated(Cue cue) => pieces[Math.Max(ClauseStart(cue), cue.First - 4)..cue.First].Any(piece => Grammar.IsNegation(piece.Word));

    /// <summary>True when the clause of the cue is a forecast, a condition or an opinion.</summary>
    public bool IsDoubtful(Cue cue) => pieces[ClauseStart(cue)..cue.First].Any(piece => Grammar.IsDoubt(piece.Word)) || pieces[0].Word is "if" or "unless" or "suppose" or "imagine";

    /// <summary>The words of the clause around the cue that are no names.</summary>
    public IEnumerable<Piece> Around(Cue cue) => pieces[ClauseStart(cue)..Math.Min(pieces.Length, cue.End + Reach)];

    /// <summary>True when a form of «to be» stands before the cue's words.</summary>
    public bool IsPassive(Cue cue)
    {
        for (var at = cue.First - 1; at >= 0 && at >= cue.First - 4 && pieces[at].IsWord && !pieces[at + 1].Before.Contains(','); at--)
        {
            if (pieces[at].Word is "is" or "are" or "was" or "were" or "been" or "being" or "be" or "got")
                return true;
        }

        return false;
    }

    /// <summary>Where the clause of a cue starts.</summary>
    public int ClauseStart(Cue cue)
    {
        var start = cue.First;
        while (start > 0)
        {
            var piece = pieces[start - 1];
            if (pieces[start].BreaksBefore)
                return start;
            if (Grammar.IsTurn(piece.Word) && start - 1 > 0)
                return start;
            if (piece.Word is "and" or "or" && StartsClause(start, cue))
                return start;
            start--;
        }

        return 0;
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
            if (Grammar.IsJoint(piece.Word) && (cues.Any(other => other.End <= at) || pieces[..at].Any(each => Grammar.IsAuxiliary(each.Word))))
                return (Governor.Coordinated, at);
            helped |= Grammar.IsAuxiliary(piece.Word);
        }

        // «X, which in May 2023 was …»
        var verb = cue.Form == CueForm.Verb ? !participle : Grammar.IsFinite(pieces[cue.First].Word);
        return (helped || verb ? Governor.Finite : Governor.Modifier, at + 1);
    }

    private ImmutableArray<Piece> Shared(Cue cue, int at, Func<Entity, bool> fits)
    {
        var before = cues.LastOrDefault(other => other.End <= at && _subjects.ContainsKey(other) && _subjects[other].Any(piece => fits(piece.Entity!)));
        return before is not null ? [.. _subjects[before].Where(piece => fits(piece.Entity!))] : Main(cue, Math.Min(at, FirstVerb(ClauseStart(cue), cue)), fits);
    }

    private ImmutableArray<Piece> Main(Cue cue, int verb, Func<Entity, bool> fits)
    {
        var start = ClauseStart(cue);
        if (verb > start && verb <= cue.First && !pieces[verb].Before.Contains(',') && Names(verb - 1, fits) is { IsEmpty: false } adjacent)
            return Singular(adjacent, verb);
        verb = Math.Max(verb, FirstVerb(start, cue));
        var from = PastOpening(start, verb);
        verb = FirstVerb(from, cue);
        for (var at = from; at < verb; at++)
        {
            if (Fits(at, fits) && Group(at, fits) is { IsEmpty: false } group)
                return Singular([.. group.Where(piece => piece.Start < pieces[Math.Min(verb, pieces.Length - 1)].Start)], verb);
        }

        if (!pieces[from..verb].Any(piece => piece.Entity is not null && !piece.Possessive) && topic is not null && fits(topic.Entity!) && PointsBack(from, cue))
            return [topic];
        // «its last stage», «Alpaca's data»: the owner stands for the part.
        var owner = pieces[from..verb].LastOrDefault(piece => piece.Possessive && fits(piece.Entity!));
        return owner is not null && !pieces[from..verb].Any(piece => piece.Entity is not null && !piece.Possessive) ? [owner] : [];
    }

    // «Built on LLaMA, Vicuna …»: the subject follows; else the nearest name before.
    private ImmutableArray<Piece> Modified(Cue cue, int at, Func<Entity, bool> fits)
    {
        var start = ClauseStart(cue);
        if (at > start && pieces[at - 1] is { Possessive: true } owner && owner.Entities.Any(fits))
            return [owner];
        if (cue.First > start && Left(Math.Min(at, cue.First) - 1, fits, start) is { IsEmpty: false } before)
            return Kin(cue, before[^1], fits) ?? (IsHead(before[^1], cue) ? before : []);
        if (cue.First > ClauseStart(cue) + 1)
            return [];
        for (var next = cue.End; next < pieces.Length; next++)
        {
            if (pieces[next].Before.Contains(',') && Right(next, fits, cue) is { IsEmpty: false } behind)
                return behind;
        }

        return [];
    }

    // «a tune of X trained on Y»: the tune was trained, not X.
    private ImmutableArray<Piece>? Kin(Cue cue, Piece before, Func<Entity, bool> fits)
    {
        var at = pieces.IndexOf(before);
        var noun = cues.LastOrDefault(other => other.End <= at && other.Form == CueForm.Forward && other.Words.Split(' ') is [.., not ("top" or "out"), "of"]);
        if (noun is null || at < 0 || pieces[noun.End..cue.First].Any(piece => piece.Before.Contains(',')) || pieces[noun.End..at].Any(piece => piece.Entity is not null))
            return null;
        return _subjects.TryGetValue(noun, out var subjects) && subjects.Any(piece => fits(piece.Entity!)) ? [.. subjects.Where(piece => fits(piece.Entity!))] : null;
    }

    // «X on instructions generated by Y»: another noun stands between, and that is what the participle belongs to.
    private bool IsHead(Piece before, Cue cue)
    {
        var at = pieces.IndexOf(before);
        return at < 0 || !pieces[(at + 1)..cue.First].Any(piece => piece.Quantity is not null || piece.Word is "on" or "with" or "from" or "for" or "in" or "to" or "of" or "by");
    }

    private ImmutableArray<Piece> Left(int at, Func<Entity, bool> fits, int start)
    {
        for (var reach = 0; at >= start && reach < Reach; at--, reach++)
        {
            if (Fits(at, fits))
                return Group(at, fits);
        }

        return [];
    }

    private ImmutableArray<Piece> Right(int at, Func<Entity, bool> fits, Cue cue)
    {
        for (var reach = 0; at < pieces.Length && reach < Reach; at++, reach++)
        {
            if (EndsClause(at, cue) && at > cue.End)
                return [];
            if (Fits(at, fits))
                return [.. Group(at, fits).Where(piece => piece.Start >= pieces[at].Start && !OpensClause(piece, cue))];
        }

        return [];
    }

    private ImmutableArray<Piece> Names(int at, Func<Entity, bool> fits) => at >= 0 && Fits(at, fits) ? Group(at, fits) : [];

    private bool Fits(int at, Func<Entity, bool> fits) => pieces[at].Entities.Any(fits) && !pieces[at].Possessive && !IsOtherThing(at);

    // «the successor of X» is not X.
    private bool IsOtherThing(int at)
    {
        var before = at - 1;
        while (before > 0 && pieces[before].Word is "the" or "a" or "an")
            before--;
        return before > 0 && pieces[before].Word is "of" or "to" && Grammar.IsKinship(pieces[before - 1].Word) && !cues.Any(cue => cue.First <= before && cue.End > before - 1);
    }

    // The names that are told in one breath: «A, B and C», «Google's A or OpenAI's B».
    private ImmutableArray<Piece> Group(int at, Func<Entity, bool> fits)
    {
        var first = at;
        while (Previous(first) is { } before && Fits(before, fits) && IsLike(before, at))
            first = before;
        var last = at;
        while (Next(last) is { } next && Fits(next, fits) && IsLike(next, at))
            last = next;
        var names = Enumerable.Range(first, last - first + 1).Where(each => Fits(each, fits)).ToList();
        var joined = names.Count > 1 && pieces.AsSpan()[names[^2]..names[^1]].ToArray().Any(piece => piece.Word is "and" or "or") || pieces[last].Before.Contains('&');
        return joined ? [.. names.Select(each => Narrowed(pieces[each], fits))] : [Narrowed(pieces[at], fits)];
    }

    // «trained X on the Pile, and Y too»: data and models are told apart.
    private bool IsLike(int left, int right) =>
        pieces[left].Entity!.Kind == pieces[right].Entity!.Kind || (!IsData(left) && !IsData(right) && Grammar.IsThing(pieces[left].Entity!) == Grammar.IsThing(pieces[right].Entity!));

    private bool IsData(int at) => pieces[at].Entity!.Kind == EntityKind.Dataset;

    private static Piece Narrowed(Piece piece, Func<Entity, bool> fits) => fits(piece.Entity!) ? piece : piece with { Entities = [.. piece.Entities.OrderByDescending(fits)] };

    private int? Next(int at)
    {
        var next = at + 1;
        var linked = false;
        while (next < pieces.Length && (pieces[next].Word is "and" or "or" or "both" or "the" or "as" or "well" or "also" or "later" or "its" || pieces[next].Possessive))
        {
            linked |= pieces[next].Word is "and" or "or" or "as";
            next++;
        }

        return next < pieces.Length && pieces[next].Entity is not null && (linked || pieces[at + 1].Before.Contains(',') || pieces[next].Before.Contains('&')) && !pieces[next].BreaksBefore ? next : null;
    }

    private int? Previous(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (pieces[before].Entity is not null && !pieces[before].Possessive)
                return Next(before) == at ? before : null;
            if (pieces[before].Entity is null && pieces[before].Word is not ("and" or "or" or "both" or "the" or "as" or "well" or "also" or "later" or "its"))
                return null;
        }

        return null;
    }

    // «… Mistral 7B and Notus is …»: a verb in the singular has one subject, the nearest.
    private ImmutableArray<Piece> Singular(ImmutableArray<Piece> group, int verb) =>
        group.Length > 1 && verb < pieces.Length && pieces[verb].Word is "is" or "was" or "has" ? [group[^1]] : group;

    private int FirstVerb(int from, Cue cue)
    {
        while (from < cue.First && !Grammar.IsAuxiliary(pieces[from].Word))
            from++;
        return from;
    }

    // «In May 2023,», «Like Alpaca,»: an opening phrase holds no subject.
    private int PastOpening(int start, int verb)
    {
        if (start >= verb || !Grammar.IsPreposition(pieces[start].Word))
            return start;
        for (var at = start + 1; at < verb; at++)
        {
            if (pieces[at].Before.Contains(','))
                return at;
        }

        return start;
    }

    // «the set was taken offline», «this was trained on», «the pairs were filtered»: said of what was spoken of.
    private bool PointsBack(int from, Cue cue)
    {
        var verb = FirstVerb(from, cue);
        var start = from;
        while (start < verb && (Grammar.IsPreposition(pieces[start].Word) || pieces[start].Date is not null || pieces[start].Word is "then" or "later" or "and"))
            start++;
        return start < verb && verb - start <= 5 && pieces[start].Word is "the" or "its" or "this" or "these" or "their" or "training" or "all";
    }

    private bool EndsClause(int at, Cue cue)
    {
        var piece = pieces[at];
        if (piece.Before.AsSpan().ContainsAny(";:—–(") || Grammar.IsRelative(piece.Word) || piece.Word is "where" or "but" or "while" or "whereas" or "although" or "though" or "because")
            return true;
        if (piece.Word == "and" && at + 1 < pieces.Length && StartsClause(at + 1, null))
            return true;
        return cues.Any(other => other.First == at && other != cue && other.Form != CueForm.Tight && other.Class != CueClass.Measure && !(other.Class == CueClass.Licence && other.Words == "under") && !IsParticiple(other));
    }

    // «a model fine-tuned for conversation, called X» goes on past its participle.
    private bool IsParticiple(Cue cue) =>
        cue.Form == CueForm.Verb && cue.First > 0 && !pieces[cue.First].Before.Contains(',') && pieces[cue.First - 1] is { IsWord: true, Word: var before }
        && !Grammar.IsAuxiliary(before) && !Grammar.IsJoint(before) && (cue.End >= pieces.Length || pieces[cue.End].Word != "by");

    // True when what follows an «and» is a clause with a subject of its own, up to the cue if one is given.
    private bool StartsClause(int at, Cue? upTo)
    {
        var next = at;
        var named = false;
        // «and its predecessor Gemma had …»
        if (next + 2 < pieces.Length && pieces[next + 1].IsWord && pieces[next + 2].Entity is not null && (pieces[next].Referred || pieces[next].Word is "the" or "a" or "an" or "their"))
            next += 2;
        while (next < pieces.Length && next < at + 7 && (pieces[next].Entity is not null || pieces[next].Word is "the" or "its" or "it" or "he" or "she" or "they" or "i" or "we" or "this" or "then" or "later" or "also" or "both" or "and" or "now" or "itself" or "their" or "his" or "her"))
        {
            named |= pieces[next].Entity is not null || pieces[next].Word is "it" or "he" or "she" or "they" or "i" or "we" or "this";
            next++;
        }

        if (!named || next >= pieces.Length || pieces[next].Before.Contains(','))
            return false;
        if (Grammar.IsAuxiliary(pieces[next].Word) || Grammar.IsDoubt(pieces[next].Word))
            return cues.Any(cue => cue.End <= at) || upTo is null;
        var verb = cues.FirstOrDefault(cue => cue.First == next);
        return verb is not null && (verb.Form == CueForm.Verb || Grammar.IsFinite(pieces[next].Word)) && cues.Any(cue => cue.End <= at);
    }

    private bool OpensClause(Piece piece, Cue cue)
    {
        var at = pieces.IndexOf(piece);
        return at > cue.End && pieces[at - 1].Word == "and" && StartsClause(at, null);
    }

    private bool IsCue(Piece piece) => cues.Any(cue => pieces[cue.First] == piece);

    private bool CueBetween(int at, Cue cue) => cues.Any(other => other.First > at && other.End <= cue.First && other.Class is CueClass.Make or CueClass.Appear or CueClass.Happen);
}
