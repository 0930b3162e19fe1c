namespace ChatLineage.Answering.Queries;

/// <summary>A question of the closed set: what the program can evaluate over the notes.</summary>
internal abstract record Query
{
    /// <summary>The query in words, for <c>--explain</c> and the JSON output: <c>roots(huggingchat)</c>.</summary>
    public abstract string InWords { get; }

    /// <summary>The same query about a namesake of its entity; null where that makes no sense.</summary>
    public virtual Query? About(Knowledge.Entities.Entity namesake) => null;

    /// <summary>True for a query whose result can tell why something is so; no other answers a why.</summary>
    public virtual bool GivesReasons => false;

    /// <inheritdoc/>
    public sealed override string ToString() => InWords;
}
