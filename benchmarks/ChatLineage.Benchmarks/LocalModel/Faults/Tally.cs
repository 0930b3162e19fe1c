using System.Collections.Concurrent;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>How requests ended.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Total => _counts.Values.Sum();

    public void Count(string end) => _counts.AddOrUpdate(end, 1, (_, count) => count + 1);

    public override string ToString() =>
        string.Join(", ", _counts.OrderByDescending(count => count.Value).Select(count => $"{count.Value} {count.Key}"));
}
