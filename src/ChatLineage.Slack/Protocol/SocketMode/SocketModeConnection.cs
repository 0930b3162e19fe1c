using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.Json;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>One connection: waits for hello, then takes in and acknowledges envelopes until it ends.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
internal sealed partial class SocketModeConnection(IWebSocketConnection socket, IDeliveryHandler handler, ILogger logger) : IAsyncDisposable
{
    private const int NormalClosure = 1000;

    private readonly SocketReader _reader = new(socket);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _refresh = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when Slack says that it will close this connection soon.</summary>
    public Task Refresh => _refresh.Task;

    /// <summary>Waits for hello. Without it nothing will be delivered.</summary>
    /// <returns>False when the connection closed first.</returns>
    /// <exception cref="SlackStoppedException">Socket Mode is switched off.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<bool> WaitForHelloAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } message)
        {
            if (message.Type == "hello")
            {
                Hello(message.NumConnections ?? 0);
                return true;
            }

            await HandleAsync(message, cancellationToken);
        }

        return false;
    }

    /// <summary>Takes in what comes until the connection closes.</summary>
    /// <exception cref="SlackStoppedException">Socket Mode was switched off.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } message)
            await HandleAsync(message, cancellationToken);
    }

    /// <summary>Says goodbye, so that Slack delivers through other connections at once; one that is down already is left alone.</summary>
    public async Task SayGoodbyeAsync(CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.CloseAsync(NormalClosure, cancellationToken);
        }
        catch (WebSocketException)
        {
            // It broke between the look at its state and the goodbye, which comes to the same.
        }
        finally
        {
            _sending.Release();
        }
    }

    public ValueTask DisposeAsync() => socket.DisposeAsync();

    /// <summary>The next message that can be read; null at the end.</summary>
    private async ValueTask<SocketMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await _reader.ReadAsync(cancellationToken);
            }
            catch (JsonException broken)
            {
                Malformed(broken);
            }
        }
    }

    private async ValueTask HandleAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        switch (message.Type)
        {
            case "disconnect" when message.Reason == "link_disabled":
                throw new SlackStoppedException(SlackAdvice.SocketModeOff);
            case "disconnect":
                Replacing(message.Reason ?? "no reason");
                _refresh.TrySetResult();
                break;
            case not null when message.Kind is { } kind:
                await AcceptAsync(kind, message, cancellationToken);
                break;
            default:
                // What we do not know we do not want again either.
                Unknown(message.Type ?? "none");
                await AcknowledgeAsync(message, null, cancellationToken);
                break;
        }
    }

    private async ValueTask AcceptAsync(DeliveryKind kind, SocketMessage message, CancellationToken cancellationToken)
    {
        JsonElement? answer;
        try
        {
            answer = await handler.AcceptAsync(new Delivery(kind, message.Payload, message.RetryAttempt ?? 0, message.RetryReason), cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            NotAccepted(message.EnvelopeId ?? "none", broken);
            return;
        }

        await AcknowledgeAsync(message, message.AcceptsResponsePayload ? answer : null, cancellationToken);
    }

    private async ValueTask AcknowledgeAsync(SocketMessage message, JsonElement? answer, CancellationToken cancellationToken)
    {
        if (message.EnvelopeId is not { } envelope)
            return;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Acknowledgement(envelope, answer), SlackJson.Default.Acknowledgement);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(bytes, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack said hello; the app has {Connections} connections.")]
    private partial void Hello(int connections);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack will close a connection ({Reason}); another is opened first.")]
    private partial void Replacing(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack sent a message of unknown type {Type}.")]
    private partial void Unknown(string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack sent something that is no JSON message; it is skipped.")]
    private partial void Malformed(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Envelope {EnvelopeId} could not be taken in and was not acknowledged; Slack will send it again.")]
    private partial void NotAccepted(string envelopeId, Exception exception);
}
