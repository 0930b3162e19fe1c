using System.Collections.Immutable;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds where the clauses of a sentence start and end.</summary>
/// <remarks>Immutable; safe from any number of threads.</remarks>
internal sealed class ClauseBounds(ImmutableArray<Piece> pieces, ImmutableArray<Cue> cues)
{
    /// <summary>Where the clause of a cue starts.</summary>
    public int Start(Cue cue)
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

    /// <summary>The first auxiliary before the cue, or the cue itself.</summary>
    public int FirstVerb(int from, Cue cue)
    {
        while (from < cue.First && !Grammar.IsAuxiliary(pieces[from].Word))
            from++;
        return from;
    }

    /// <summary>The place behind «In May 2023,» or «Like Alpaca,», since an opening phrase holds no subject.</summary>
    public int PastOpening(int start, int verb)
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

    /// <summary>True where the clause of the cue has ended.</summary>
    public bool Ends(int at, Cue cue)
    {
        var piece = pieces[at];
        if (piece.Before.AsSpan().ContainsAny(";:—–(") || Grammar.IsRelative(piece.Word)
            || piece.Word is "where" or "but" or "while" or "whereas" or "although" or "though" or "because")
            return true;
        if (piece.Word == "and" && at + 1 < pieces.Length && StartsClause(at + 1, null))
            return true;
        return cues.Any(other => other.First == at && other != cue && other.Form != CueForm.Tight && other.Class != CueClass.Measure
            && !(other.Class == CueClass.Licence && other.Words == "under") && !IsParticiple(other));
    }

    /// <summary>True for a name that is the subject of the next clause.</summary>
    public bool Opens(Piece piece, Cue cue)
    {
        var at = pieces.IndexOf(piece);
        return at > cue.End && pieces[at - 1].Word == "and" && StartsClause(at, null);
    }

    // «a model fine-tuned for conversation, called X» goes on past its participle.
    private bool IsParticiple(Cue cue) =>
        cue.Form == CueForm.Verb && cue.First > 0 && !pieces[cue.First].Before.Contains(',')
            && pieces[cue.First - 1] is { IsWord: true, Word: var before }
        && !Grammar.IsAuxiliary(before) && !Grammar.IsJoint(before) && (cue.End >= pieces.Length || pieces[cue.End].Word != "by");

    // True when what follows an «and» is a clause with a subject of its own, up to the cue if one is given.
    private bool StartsClause(int at, Cue? upTo)
    {
        var next = at;
        var named = false;
        // «and its predecessor Gemma had …»
        if (next + 2 < pieces.Length && pieces[next + 1].IsWord && pieces[next + 2].Entity is not null
            && (pieces[next].Referred || pieces[next].Word is "the" or "a" or "an" or "their"))
            next += 2;
        while (next < pieces.Length && next < at + 7 && (pieces[next].Entity is not null
            || pieces[next].Word is "the" or "its" or "it" or "he" or "she" or "they" or "i" or "we" or "this" or "then" or "later"
            or "also" or "both" or "and" or "now" or "itself" or "their" or "his" or "her"))
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
}
