using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds the names that are told in one breath: «A, B and C», «Google's A or OpenAI's B».</summary>
internal sealed class NameGroups(ImmutableArray<Piece> pieces, ImmutableArray<Cue> cues)
{
    private const int Reach = 14;

    /// <summary>True for a name of the wanted kind that stands for itself.</summary>
    public bool Fits(int at, Func<Entity, bool> fits) => pieces[at].Entities.Any(fits) && !pieces[at].Possessive && !IsOtherThing(at);

    /// <summary>The names that are told in one breath with the one at a place.</summary>
    public ImmutableArray<Piece> Group(int at, Func<Entity, bool> fits)
    {
        var first = at;
        while (Previous(first) is { } before && Fits(before, fits) && IsLike(before, at))
            first = before;
        var last = at;
        while (Next(last) is { } next && Fits(next, fits) && IsLike(next, at))
            last = next;
        var names = Enumerable.Range(first, last - first + 1).Where(each => Fits(each, fits)).ToList();
        var joined = names.Count > 1 && pieces.AsSpan()[names[^2]..names[^1]].ToArray().Any(piece => piece.Word is "and" or "or")
            || pieces[last].Before.Contains('&');
        return joined ? [.. names.Select(each => Narrowed(pieces[each], fits))] : [Narrowed(pieces[at], fits)];
    }

    /// <summary>The first names from a place on that can belong to a cue.</summary>
    public ImmutableArray<Piece> Right(int at, Func<Entity, bool> fits, Cue cue, ClauseBounds bounds)
    {
        for (var reach = 0; at < pieces.Length && reach < Reach; at++, reach++)
        {
            if (bounds.Ends(at, cue) && at > cue.End)
                return [];
            if (Fits(at, fits))
                return [.. Group(at, fits).Where(piece => piece.Start >= pieces[at].Start && !bounds.Opens(piece, cue))];
        }

        return [];
    }

    // «the successor of X» is not X.
    private bool IsOtherThing(int at)
    {
        var before = at - 1;
        while (before > 0 && pieces[before].Word is "the" or "a" or "an")
            before--;
        return before > 0 && pieces[before].Word is "of" or "to" && Grammar.IsKinship(pieces[before - 1].Word)
            && !cues.Any(cue => cue.First <= before && cue.End > before - 1);
    }

    // «trained X on the Pile, and Y too»: data and models are told apart.
    private bool IsLike(int left, int right) =>
        pieces[left].Entity!.Kind == pieces[right].Entity!.Kind || (!IsData(left) && !IsData(right)
            && Grammar.IsThing(pieces[left].Entity!) == Grammar.IsThing(pieces[right].Entity!));

    private bool IsData(int at) => pieces[at].Entity!.Kind == EntityKind.Dataset;

    private static Piece Narrowed(Piece piece, Func<Entity, bool> fits) => fits(piece.Entity!) ? piece
        : piece with { Entities = [.. piece.Entities.OrderByDescending(fits)] };

    private int? Next(int at)
    {
        var next = at + 1;
        var linked = false;
        while (next < pieces.Length
            && (pieces[next].Word is "and" or "or" or "both" or "the" or "as" or "well" or "also" or "later" or "its"
            || pieces[next].Possessive))
        {
            linked |= pieces[next].Word is "and" or "or" or "as";
            next++;
        }

        return next < pieces.Length && pieces[next].Entity is not null
            && (linked || pieces[at + 1].Before.Contains(',') || pieces[next].Before.Contains('&')) && !pieces[next].BreaksBefore ? next
            : null;
    }

    private int? Previous(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (pieces[before].Entity is not null && !pieces[before].Possessive)
                return Next(before) == at ? before : null;
            if (pieces[before].Entity is null
                && pieces[before].Word is not ("and" or "or" or "both" or "the" or "as" or "well" or "also" or "later" or "its"))
                return null;
        }

        return null;
    }
}
