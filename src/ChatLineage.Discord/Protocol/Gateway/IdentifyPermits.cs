using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>
/// Lets shards begin sessions within Discord's limits: at most <c>max_concurrency</c> in 5 seconds, and never the last ones of a day. Over
/// the daily limit Discord ends all sessions, resets the token and writes to the owner (events/gateway.mdx, "Identifying").
/// </summary>
/// <remarks>Safe to use from several threads at once. One for all shards of a process.</remarks>
internal sealed partial class IdentifyPermits(Func<CancellationToken, Task<GatewayBot>> fetch, TimeProvider time, ILogger logger)
{
    /// <summary>How many sessions of a day are never used, so that other processes with the same token and restarts by hand have some.</summary>
    public const int Reserve = 20;

    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, Turn> _turns = [];

    /// <summary>Waits for the shard's turn. Dispose what it returns when the identify was sent, or will not be.</summary>
    public async Task<IdentifyPermit> WaitAsync(int shardId, CancellationToken cancellationToken)
    {
        var limits = await WithinDayAsync(cancellationToken);
        var turn = _turns.GetOrAdd(shardId % Math.Max(1, limits.SessionStartLimit.MaxConcurrency), _ => new Turn());
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            if (turn.LastUse is { } last && Spacing - time.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }

        return new IdentifyPermit(new Uri(limits.Url), () =>
        {
            turn.LastUse = time.GetTimestamp();
            turn.Gate.Release();
        });
    }

    private async Task<GatewayBot> WithinDayAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var limits = await fetch(cancellationToken);
            var start = limits.SessionStartLimit;
            if (start.Remaining > Math.Min(Reserve, start.Total / 2))
                return limits;
            var wait = TimeSpan.FromMilliseconds(Math.Max(1000, start.ResetAfter));
            Exhausted(start.Remaining, start.Total, wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Only {Remaining} of {Total} session starts of the day are left; waiting {Wait} for new ones, since Discord resets the token of a bot that uses them up.")]
    private partial void Exhausted(int remaining, int total, TimeSpan wait);

    /// <summary>The shards that must not identify at the same time.</summary>
    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? LastUse { get; set; }
    }
}
