using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLineage.Slack.Protocol.Deliveries;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>A message on the socket: <c>hello</c>, <c>disconnect</c>, or an envelope around a payload.</summary>
/// <remarks>https://docs.slack.dev/apis/events-api/using-socket-mode, checked 2026-08.</remarks>
internal sealed record SocketMessage
{
    /// <summary><c>hello</c>, <c>disconnect</c>, <c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What the acknowledgement names.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>The delivery inside.</summary>
    public JsonElement Payload { get; init; }

    /// <summary>True when the acknowledgement may carry an answer.</summary>
    public bool AcceptsResponsePayload { get; init; }

    /// <summary>How often Slack has delivered it before.</summary>
    public int? RetryAttempt { get; init; }

    /// <summary>Why Slack delivers it again.</summary>
    public string? RetryReason { get; init; }

    /// <summary>Why the connection ends: <c>warning</c>, <c>refresh_requested</c> or <c>link_disabled</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>With <c>hello</c>: how many connections the app has, this one included.</summary>
    public int? NumConnections { get; init; }

    /// <summary>What is delivered; null for what is no delivery, or one of a kind that the bot does not know.</summary>
    [JsonIgnore]
    public DeliveryKind? Kind => Type switch
    {
        "events_api" => DeliveryKind.Event,
        "slash_commands" => DeliveryKind.SlashCommand,
        "interactive" => DeliveryKind.Interaction,
        _ => null,
    };
}
