using System.Text.Json;

namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>Takes in what Slack delivers.</summary>
/// <remarks>
/// Called before the delivery is acknowledged, so it stores and does no more: Slack waits 3 seconds. An exception leaves the delivery
/// unacknowledged, and Slack delivers it again. May be called by several connections at once, and twice for the same delivery.
/// </remarks>
internal interface IDeliveryHandler
{
    /// <summary>Takes a delivery in.</summary>
    /// <returns>What goes back with the acknowledgement, such as the errors of a modal; null for nothing.</returns>
    ValueTask<JsonElement?> AcceptAsync(Delivery delivery, CancellationToken cancellationToken);
}
