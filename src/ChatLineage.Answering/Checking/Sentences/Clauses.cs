using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds the subject, the object and the date that belong to a cue of a sentence.</summary>
/// <remarks>Made for one sentence; not thread-safe.</remarks>
internal sealed class Clauses
{
    private const int Reach = 14;

    private readonly ClauseBounds _bounds;
    private readonly NameGroups _groups;
    private readonly SubjectFinder _subjects;

    public Clauses(ImmutableArray<Piece> pieces, ImmutableArray<Cue> cues, Piece? topic)
    {
        Pieces = pieces;
        Cues = cues;
        _bounds = new ClauseBounds(pieces, cues);
        _groups = new NameGroups(pieces, cues);
        _subjects = new SubjectFinder(pieces, cues, topic, _bounds, _groups);
    }

    public ImmutableArray<Piece> Pieces { get; }

    public ImmutableArray<Cue> Cues { get; }

    /// <summary>The names that stand before the cue as its grammatical subject; empty when the sentence gives none of the wanted
    /// kind.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="fits">The kinds of things that can be its subject.</param>
    /// <param name="participle">True for a verb that may be a participle: «the chatbot released by X».</param>
    public ImmutableArray<Piece> Subject(Cue cue, Func<Entity, bool> fits, bool participle = false) =>
        _subjects.Find(cue, fits, participle);

    /// <summary>The names that stand behind the cue as its object.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="fits">The kinds of things that can be its object.</param>
    /// <param name="near">True when no comma may stand between.</param>
    public ImmutableArray<Piece> Object(Cue cue, Func<Entity, bool> fits, bool near = false)
    {
        var found = _groups.Right(cue.End, fits, cue, _bounds);
        return near && !found.IsEmpty && Pieces[cue.End..Pieces.IndexOf(found[0])].Any(piece => piece.Before.Contains(',')) ? [] : found;
    }

    /// <summary>The names behind «by» that belong to a verb.</summary>
    public ImmutableArray<Piece> Agent(Cue cue, Func<Entity, bool> fits)
    {
        for (var at = cue.End; at < Pieces.Length && at < cue.End + Reach && !_bounds.Ends(at, cue); at++)
        {
            if (Pieces[at].Word == "by")
                return _groups.Right(at + 1, fits, cue, _bounds);
        }

        return [];
    }

    /// <summary>The first date behind the cue, or else the one that opens its clause.</summary>
    public PartialDate? Date(Cue cue)
    {
        for (var at = cue.End; at < Pieces.Length && at < cue.End + Reach && !_bounds.Ends(at, cue); at++)
        {
            if (Pieces[at].Date is { } date)
                return date;
            // «founded X and left it in 2024»: the second verb has a date of its own.
            if (Pieces[at].Word == "and" && at + 1 < Pieces.Length && Pieces[at + 1] is { IsWord: true } next
                && !Grammar.IsPreposition(next.Word))
                break;
        }

        var start = ClauseStart(cue);
        for (var at = start; at < cue.First; at++)
        {
            if (Cues.Any(other => other.First >= start && other.End <= at && other != cue && other.Form != CueForm.Tight))
                return null;
            if (Pieces[at].Date is { } date && (at == start || Pieces[start..at].All(piece => piece.IsWord && !IsCue(piece))
                || Grammar.IsPreposition(Pieces[at - 1].Word)) && !CueBetween(at, cue))
                return date;
        }

        return null;
    }

    /// <summary>True when the clause of the cue denies it.</summary>
    public bool IsNegated(Cue cue) => Pieces[Math.Max(ClauseStart(cue), cue.First - 4)..cue.First]
        .Any(piece => Grammar.IsNegation(piece.Word));

    /// <summary>True when the clause of the cue is a forecast, a condition or an opinion.</summary>
    public bool IsDoubtful(Cue cue) => Pieces[ClauseStart(cue)..cue.First].Any(piece => Grammar.IsDoubt(piece.Word))
        || Pieces[0].Word is "if" or "unless" or "suppose" or "imagine";

    /// <summary>The pieces of the clause around the cue.</summary>
    public IEnumerable<Piece> Around(Cue cue) => Pieces[ClauseStart(cue)..Math.Min(Pieces.Length, cue.End + Reach)];

    /// <summary>True when a form of «to be» stands before the cue's words.</summary>
    public bool IsPassive(Cue cue)
    {
        for (var at = cue.First - 1; at >= 0 && at >= cue.First - 4 && Pieces[at].IsWord && !Pieces[at + 1].Before.Contains(','); at--)
        {
            if (Pieces[at].Word is "is" or "are" or "was" or "were" or "been" or "being" or "be" or "got")
                return true;
        }

        return false;
    }

    /// <summary>Where the clause of a cue starts.</summary>
    public int ClauseStart(Cue cue) => _bounds.Start(cue);

    private bool IsCue(Piece piece) => Cues.Any(cue => Pieces[cue.First] == piece);

    private bool CueBetween(int at, Cue cue) => Cues.Any(other => other.First > at && other.End <= cue.First
        && other.Class is CueClass.Make or CueClass.Appear or CueClass.Happen);
}
