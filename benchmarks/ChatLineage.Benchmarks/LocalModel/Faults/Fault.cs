namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>What goes wrong with a decode step.</summary>
internal enum Fault
{
    None,

    /// <summary>The runtime says that the cache is full.</summary>
    CacheFull,

    /// <summary>The step is aborted in the middle, really.</summary>
    Abort,

    /// <summary>The runtime fails, so that the context has to be made anew.</summary>
    Failure,

    /// <summary>An exception that nobody expects.</summary>
    Exception,
}
