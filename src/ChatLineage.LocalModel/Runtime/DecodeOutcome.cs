namespace ChatLineage.LocalModel.Runtime;

/// <summary>How a decode step ended.</summary>
internal enum DecodeOutcome
{
    /// <summary>Every token of the batch is in the cache.</summary>
    Done,

    /// <summary>The cache has no room for the batch; nothing changed.</summary>
    CacheFull,

    /// <summary>The step was aborted; part of the batch may be in the cache: ask for each sequence's last position.</summary>
    Aborted,

    /// <summary>The runtime refused the batch; nothing changed.</summary>
    InvalidBatch,

    /// <summary>The runtime failed and its context can no longer be trusted.</summary>
    Failed,
}
