using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChatLineage.Discord.Protocol.Gateway;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.DiscordNet.Gateway;

/// <summary>The gateway as one stream of events, over Discord.Net's client: a new one whenever the old one has gone deaf.</summary>
internal sealed partial class GatewaySource(Func<Intents, ChannelWriter<GatewayEvent>, GatewayRun> create, ILogger logger)
{
    /// <summary>Connects and brings events until the token is cancelled.</summary>
    /// <exception cref="GatewayStoppedException">Discord will not take the bot until somebody changes something.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<GatewayEvent> ReadAsync(Intents intents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Handlers of Discord.Net run on the task that reads the socket; they write here and return.
            var events = Channel.CreateUnbounded<GatewayEvent>(new UnboundedChannelOptions { SingleReader = true });
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var running = RunAsync(intents, events.Writer, stop.Token);
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
            Deaf(logger);
        }
    }

    private async Task RunAsync(Intents intents, ChannelWriter<GatewayEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await using var run = create(intents, events);
            await run.UntilDeafAsync(cancellationToken);
        }
        finally
        {
            events.TryComplete();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord's gateway is connected but brings no events; a new session takes its place.")]
    private static partial void Deaf(ILogger logger);
}
