using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChatLineage.Soak;

/// <summary>What went wrong on purpose, and when.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class FaultLog
{
    private readonly ConcurrentQueue<(long At, string Name)> _faults = [];

    /// <summary>Each kind with how often it came.</summary>
    public IEnumerable<(string Name, int Count)> Counts => _faults.CountBy(fault => fault.Name).Select(kind => (kind.Key, kind.Value));

    /// <summary>Notes one.</summary>
    public void Note(string name) => _faults.Enqueue((Stopwatch.GetTimestamp(), name));

    /// <summary>The fault that lies nearest to a moment, and by how much it came later; null when there was none.</summary>
    public (string Name, TimeSpan After)? Nearest(long moment) => _faults.IsEmpty
        ? null
        : _faults.Select(fault => (fault.Name, After: Stopwatch.GetElapsedTime(moment, fault.At))).MinBy(fault => fault.After.Duration());
}
