using System.Threading.Channels;
using ChatLineage.Chat.Transport;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What the connections of one shard share.</summary>
/// <param name="Id">The number of the shard.</param>
/// <param name="Count">How many shards there are.</param>
/// <param name="Settings">How to connect.</param>
/// <param name="Connector">Opens connections.</param>
/// <param name="Events">Takes what happens; unbounded, since a reader that waits would not answer heartbeats.</param>
/// <param name="Time">The clock.</param>
/// <param name="Jitter">Gives numbers from 0 to 1.</param>
/// <param name="Logger">The log.</param>
internal sealed record ShardContext(
    int Id, int Count, GatewaySettings Settings, IWebSocketConnector Connector, ChannelWriter<GatewayEvent> Events, TimeProvider Time, Func<double> Jitter, ILogger Logger)
{
    /// <summary>The session that connections go on with.</summary>
    public GatewaySession Session { get; } = new();
}
