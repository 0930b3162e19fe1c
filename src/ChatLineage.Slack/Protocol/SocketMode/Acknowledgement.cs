using System.Text.Json;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>Tells Slack that an envelope has arrived.</summary>
internal sealed record Acknowledgement(string EnvelopeId, JsonElement? Payload);
