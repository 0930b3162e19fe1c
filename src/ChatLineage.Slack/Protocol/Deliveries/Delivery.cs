using System.Text.Json;

namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>Something that Slack delivered, the same whether it came through a socket or as an HTTP request.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">The payload; for a slash command an object of its form fields.</param>
/// <param name="RetryNumber">0 for the first delivery, then 1 to 3.</param>
/// <param name="RetryReason">Why Slack delivers again; null for the first delivery.</param>
internal sealed record Delivery(DeliveryKind Kind, JsonElement Payload, int RetryNumber = 0, string? RetryReason = null)
{
    /// <summary>The kind alone: payloads hold what people wrote, and addresses that act like passwords.</summary>
    public override string ToString() => $"{Kind}, retry {RetryNumber}";
}
