namespace ChatLineage.Answering.Search;

/// <summary>What a chunk was made from.</summary>
public enum ChunkKind
{
    /// <summary>Claims that state the same thing, as one sentence.</summary>
    Statement,

    /// <summary>A sentence of a note's prose.</summary>
    Prose,

    /// <summary>A recorded disagreement of sources.</summary>
    Conflict,

    /// <summary>A finding about a statement of a published text.</summary>
    Assessment,
}
