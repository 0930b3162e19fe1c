using System.Collections.Concurrent;
using ChatLineage.Chat.Transport;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>The limit that a call is under.</summary>
/// <remarks>Safe to use from several threads at once. Limits of channels that are not used any more are forgotten.</remarks>
internal sealed class MethodLimits(TimeProvider time)
{
    private const int SweepAt = 1024;

    private readonly ConcurrentDictionary<(string Method, string Channel), WindowLimit> _limits = [];
    private int _sweepAt = SweepAt;

    /// <summary>How many are known.</summary>
    public int Count => _limits.Count;

    /// <summary>The limit of a method, in a channel where each has its own.</summary>
    public WindowLimit Of(ApiMethod method, string? channel)
    {
        if (_limits.Count >= Volatile.Read(ref _sweepAt))
            Sweep();
        return _limits.GetOrAdd((method.Name, method.PerChannel ? channel ?? "" : ""), _ => new WindowLimit(time, method.Count, method.Window));
    }

    private void Sweep()
    {
        foreach (var limit in _limits)
        {
            if (limit.Value.IsIdle)
                _limits.TryRemove(limit);
        }

        Volatile.Write(ref _sweepAt, Math.Max(SweepAt, _limits.Count * 2));
    }
}
