using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChatLineage.Chat.Transport;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>The gateway as one stream of events: all shards of this process, each kept connected.</summary>
/// <param name="settings">How to connect.</param>
/// <param name="shards">Which shards this process runs.</param>
/// <param name="connector">Opens connections.</param>
/// <param name="fetch">Asks Discord where to connect and how often.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">Gives numbers from 0 to 1.</param>
/// <param name="logger">The log.</param>
internal sealed class GatewayClient(
    GatewaySettings settings,
    ShardChoice shards,
    IWebSocketConnector connector,
    Func<CancellationToken, Task<GatewayBot>> fetch,
    TimeProvider time,
    Func<double> jitter,
    ILogger logger)
{
    private volatile GatewayShard[] _running = [];

    /// <summary>How many shards bring events now, and how many should.</summary>
    public (int Live, int Wanted) Shards => (_running.Count(shard => shard.IsLive), _running.Length);

    /// <summary>Which shard a server's events come to; direct messages come to shard 0 (events/gateway.mdx, "Sharding").</summary>
    public static int ShardOf(ulong guildId, int shardCount) => (int)((guildId >> 22) % (ulong)shardCount);

    /// <summary>Connects and brings events until the token is cancelled.</summary>
    /// <exception cref="GatewayStoppedException">Discord will not take the bot until somebody changes something.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<GatewayEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = Channel.CreateUnbounded<GatewayEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(events.Writer, stop.Token);
        try
        {
            await foreach (var happened in events.Reader.ReadAllAsync(CancellationToken.None))
                yield return happened;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(running);
        }

        await running;
    }

    /// <summary>Runs the shards; ends, and ends the events, when one of them does.</summary>
    private async Task RunAsync(ChannelWriter<GatewayEvent> events, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var count = shards.Count ?? (await FirstAsync(cancellationToken)).Shards;
            var permits = new IdentifyPermits(fetch, time, logger);
            _running =
            [
                .. (shards.Ids ?? Enumerable.Range(0, count)).Order()
                    .Select(id => new GatewayShard(new ShardContext(id, count, settings, connector, events, time, jitter, logger), permits)),
            ];
            var tasks = _running.Select(shard => shard.RunAsync(stop.Token)).ToArray();
            try
            {
                await await Task.WhenAny(tasks);
            }
            finally
            {
                await stop.CancelAsync();
                await Task.WhenAny(Task.WhenAll(tasks));
            }
        }
        finally
        {
            events.TryComplete();
        }
    }

    /// <summary>Asks how many shards are wanted, as often as it takes: a bot that starts while Discord is down comes up with it.</summary>
    private async Task<GatewayBot> FirstAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await fetch(cancellationToken);
            }
            catch (Rest.DiscordRestException refused) when (refused.Status == System.Net.HttpStatusCode.Unauthorized)
            {
                throw new GatewayStoppedException(CloseCodes.Read(4004).Reason);
            }
            catch (Exception broken) when (broken is HttpRequestException or Rest.DiscordRestException or TimeoutException)
            {
                await Task.Delay(ReconnectDelays.After(failures, jitter()), time, cancellationToken);
            }
        }
    }
}
