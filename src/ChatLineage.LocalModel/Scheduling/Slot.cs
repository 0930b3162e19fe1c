namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// A sequence of the context and what it holds. The first <see cref="Cached"/> of <see cref="Tokens"/> are in the cache; the rest is still
/// to be computed. A prompt, a generated token and a text that must be computed again after a fault are all the same here: tokens not
/// cached yet.
/// </summary>
internal sealed class Slot(int sequence)
{
    /// <summary>The number of the sequence.</summary>
    public int Sequence { get; } = sequence;

    /// <summary>The text of the sequence.</summary>
    public List<int> Tokens { get; } = [];

    /// <summary>How many of the tokens are in the cache.</summary>
    public int Cached { get; set; }

    /// <summary>The request that uses the slot, or null: then its content is kept only in case another request begins alike.</summary>
    public RunningRequest? Running { get; set; }

    /// <summary>When it was last used, in steps; the least recent goes first.</summary>
    public long LastUsed { get; set; }

    /// <summary>Tokens in the batch that is being computed.</summary>
    public int Planned { get; set; }

    /// <summary>The row to sample from in that batch, or -1.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Tokens still to be computed.</summary>
    public int Pending => Tokens.Count - Cached;

    /// <summary>Whether only the token chosen last is to be computed.</summary>
    public bool IsGenerating => Running is { OutputTokens: > 0 } && Pending == 1;

    /// <summary>How many tokens at the beginning are the same and in the cache.</summary>
    public int CommonPrefix(ReadOnlySpan<int> tokens)
    {
        var mine = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Tokens)[..Cached];
        return mine.CommonPrefixLength(tokens);
    }

    /// <summary>Cuts the text after so many tokens, all of them cached.</summary>
    public void Truncate(int count)
    {
        Tokens.RemoveRange(count, Tokens.Count - count);
        Cached = Math.Min(Cached, count);
    }
}
