using System.Collections.Concurrent;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Incoming;

/// <summary>Which channels are threads, and of what: a message names its channel only.</summary>
/// <remarks>Safe to use from several threads at once. Discord tells of every active thread at the start and of each that awakes.</remarks>
internal sealed class ThreadBook
{
    /// <summary>Far more threads than are active at a time; a bot that runs for years forgets those of long ago.</summary>
    private const int MaxCount = 100_000;

    private readonly ConcurrentDictionary<Snowflake, Snowflake> _parents = [];

    /// <summary>Notes a thread; anything else is left out.</summary>
    public void Note(Channel channel)
    {
        if (!channel.IsThread || channel.ParentId is not { } parent)
            return;
        if (_parents.Count >= MaxCount)
            _parents.Clear();
        _parents[channel.Id] = parent;
    }

    public void Forget(Snowflake thread) => _parents.TryRemove(thread, out _);

    /// <summary>The channel of a thread; null for what is no thread.</summary>
    public Snowflake? ParentOf(Snowflake channel) => _parents.TryGetValue(channel, out var parent) ? parent : null;
}
