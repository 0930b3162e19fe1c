using System.Globalization;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.Json;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Protocol.EventsApi;

/// <summary>
/// Takes what Slack sends over HTTP: checks the signature, answers the check of the address, and hands the others to the same handler as
/// the socket does. https://docs.slack.dev/apis/events-api, checked 2026-08.
/// </summary>
/// <remarks>Knows nothing of a web server: headers and body in, status and body out. Safe to use from several threads at once.</remarks>
internal sealed partial class SignedRequests(string signingSecret, IDeliveryHandler handler, TimeProvider time, ILogger logger)
{
    /// <summary>The largest body that is read; a form with its state has less than 250 kB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Slack waits 3 seconds; what is not stored by then had better be sent again.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly SlackSignature _signature = new(signingSecret, time);

    /// <summary>Handles a request.</summary>
    public async Task<HttpReply> HandleAsync(HttpCall call, CancellationToken cancellationToken)
    {
        var (signature, timestamp) = (call.Header("X-Slack-Signature"), call.Header("X-Slack-Request-Timestamp"));
        if (call.Body.Length > MaxBytes || !_signature.Verify(signature, timestamp, call.Body.Span))
            return HttpReply.Unauthorized;
        Delivery? delivery;
        try
        {
            delivery = DeliveryBody.Read(call.Header("Content-Type"), call.Body);
        }
        catch (JsonException)
        {
            return HttpReply.BadRequest;
        }

        if (delivery is null)
            return HttpReply.BadRequest;
        var around = delivery.Kind == DeliveryKind.Event ? delivery.Payload.Deserialize(SlackJson.Default.EventDelivery) : null;
        switch (around?.Type)
        {
            case "url_verification":
                return new HttpReply(200, System.Text.Encoding.UTF8.GetBytes(around.Challenge ?? "")) { ContentType = "text/plain" };
            case "app_rate_limited":
                TooMany();
                return HttpReply.Ok;
            default:
                _ = int.TryParse(call.Header("X-Slack-Retry-Num"), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                delivery = delivery with { RetryNumber = number, RetryReason = call.Header("X-Slack-Retry-Reason") };
                return await AcceptAsync(delivery, cancellationToken);
        }
    }

    private async Task<HttpReply> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await handler.AcceptAsync(delivery, either.Token);
            return answer is { } body
                ? new HttpReply(200, JsonSerializer.SerializeToUtf8Bytes(body, SlackJson.Default.JsonElement))
                : HttpReply.Ok;
        }
        catch (Exception broken)
        {
            NotAccepted(delivery.Kind, broken);
            return HttpReply.Unavailable;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds events back: more than 30,000 came within an hour.")]
    private partial void TooMany();

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery ({Kind}) could not be taken in; Slack will send it again.")]
    private partial void NotAccepted(DeliveryKind kind, Exception exception);
}
