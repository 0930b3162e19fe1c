using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>What a message shows.</summary>
/// <param name="Text">The whole message without blocks; with blocks what notifications show.</param>
/// <param name="Blocks">The blocks; empty for none.</param>
internal sealed record MessageBody(string Text, IReadOnlyList<JsonObject> Blocks)
{
    /// <summary>A mark that only programs see, by which the message can be found again; null for none.</summary>
    public string? Mark { get; init; }
}
