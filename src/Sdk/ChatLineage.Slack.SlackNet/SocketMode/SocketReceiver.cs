using System.Text.Json;
using System.Threading.Channels;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.Json;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.SocketMode;
using Channels = System.Threading.Channels.Channel;
using Own = ChatLineage.Slack.Protocol.SocketMode;

namespace ChatLineage.Slack.SlackNet.SocketMode;

/// <summary>Receives through SlackNet's socket-mode client, and acknowledges a delivery once it is stored.</summary>
/// <remarks>
/// On purpose not through <see cref="SlackSocketModeClient"/> and its event handlers: that one acknowledges an event before it calls them, so
/// that one which comes while the program ends is lost. This takes the client below, one delivery after another, since its sockets cannot
/// send twice at once.
/// </remarks>
internal sealed partial class SocketReceiver(Func<ICoreSocketModeClient> create, int connections, TimeProvider time, Microsoft.Extensions.Logging.ILogger logger)
{
    /// <summary>How often it is looked at whether a connection is left; after the second look without one all begin anew.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    /// <summary>Receives until the token is cancelled.</summary>
    /// <exception cref="SlackStoppedException">Slack does not let this app connect; the message says what to change.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(IDeliveryHandler handler, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var client = create();
            try
            {
                await ReceiveAsync(client, handler, stop);
                failures = 0;
                Down();
            }
            catch (SlackException refused) when (SlackAdvice.ForAppToken(refused.ErrorCode) is { } advice)
            {
                throw new SlackStoppedException(advice, refused);
            }
            catch (SlackException passing)
            {
                Refused(passing.ErrorCode);
            }
            finally
            {
                Free(client);
            }

            await Task.Delay(ReconnectDelays.After(failures, Random.Shared.NextDouble()), time, cancellationToken);
        }
    }

    /// <summary>Connects, and receives until no connection is left.</summary>
    private async Task ReceiveAsync(ICoreSocketModeClient client, IDeliveryHandler handler, CancellationTokenSource stop)
    {
        var messages = Channels.CreateUnbounded<RawSocketMessage>(new UnboundedChannelOptions { SingleReader = true });
        using var listening = client.RawSocketMessages.Subscribe(new Listener(messages.Writer));
        await client.Connect(new SocketModeConnectionOptions { NumberOfConnections = connections }, stop.Token);
        var taking = TakeAllAsync(client, messages.Reader, handler, stop.Token);
        try
        {
            await await Task.WhenAny(taking, UntilDownAsync(client, stop.Token));
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(taking);
        }
    }

    private async Task TakeAllAsync(ICoreSocketModeClient client, ChannelReader<RawSocketMessage> messages, IDeliveryHandler handler, CancellationToken cancellationToken)
    {
        await foreach (var raw in messages.ReadAllAsync(cancellationToken))
        {
            if (Read(raw.Message) is not { } message)
                continue;
            if (message.Type == "hello")
                Hello(message.NumConnections ?? 0);
            if (message is { Type: "disconnect", Reason: "link_disabled" })
                throw new SlackStoppedException(SlackAdvice.SocketModeOff);
            if (message.EnvelopeId is not { } envelope)
                continue;
            try
            {
                var answer = message.Kind is { } kind
                    ? await handler.AcceptAsync(new Delivery(kind, message.Payload, message.RetryAttempt ?? 0, message.RetryReason), cancellationToken)
                    : null;
                await client.Send(raw.SocketId, Acknowledgement(envelope, message.AcceptsResponsePayload ? answer : null));
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                NotAccepted(envelope, broken);
            }
        }
    }

    /// <summary>A client whose token was refused when it wanted to connect again gives up without a word.</summary>
    private async Task UntilDownAsync(ICoreSocketModeClient client, CancellationToken cancellationToken)
    {
        using var looking = new PeriodicTimer(Look, time);
        for (var without = 0; without < 2;)
        {
            await looking.WaitForNextTickAsync(cancellationToken);
            without = client.Connected ? 0 : without + 1;
        }
    }

    private static void Free(ICoreSocketModeClient client)
    {
        try
        {
            client.Dispose();
        }
        catch (ObjectDisposedException)
        {
            // When Slack has switched Socket Mode off, SlackNet has freed its sockets already, and cannot do so twice.
        }
    }

    private Own.SocketMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SlackJson.Default.SocketMessage);
        }
        catch (JsonException broken)
        {
            Malformed(broken);
            return null;
        }
    }

    private static Acknowledgement Acknowledgement(string envelope, JsonElement? answer) => answer is { } payload
        ? new Acknowledgement<JToken> { EnvelopeId = envelope, Payload = JToken.Parse(payload.GetRawText()) }
        : new Acknowledgement { EnvelopeId = envelope };

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack said hello; the app has {Connections} connections.")]
    private partial void Hello(int connections);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to Slack is left; all begin anew.")]
    private partial void Down();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not open a connection ({Error}); it is tried again.")]
    private partial void Refused(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack sent something that is no JSON message; it is skipped.")]
    private partial void Malformed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Envelope {EnvelopeId} could not be taken in or acknowledged; Slack will send it again.")]
    private partial void NotAccepted(string envelopeId, Exception exception);

    private sealed class Listener(ChannelWriter<RawSocketMessage> messages) : IObserver<RawSocketMessage>
    {
        public void OnNext(RawSocketMessage value) => messages.TryWrite(value);

        public void OnError(Exception error) => messages.TryComplete(error);

        public void OnCompleted() => messages.TryComplete();
    }
}
