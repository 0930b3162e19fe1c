using System.Text.Json.Serialization;
using ChatLineage.Slack.Buttons;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.SocketMode;
using ChatLineage.Slack.Receiving;

namespace ChatLineage.Slack.Protocol.Json;

/// <summary>
/// The JSON that Slack delivers: snake case, absent instead of null. Generated when the program is built, so that nothing is looked up by
/// reflection.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]

// Through the socket.
[JsonSerializable(typeof(SocketMessage))]
[JsonSerializable(typeof(Acknowledgement))]

// Inside of envelopes, and of requests over HTTP.
[JsonSerializable(typeof(EventDelivery))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]

// Our own, kept by us or by Slack.
[JsonSerializable(typeof(ReplyAddress))]
[JsonSerializable(typeof(PendingForm))]
internal sealed partial class SlackJson : JsonSerializerContext;
