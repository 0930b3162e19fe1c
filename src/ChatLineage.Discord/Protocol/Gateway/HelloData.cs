namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>The first thing that the gateway says.</summary>
internal sealed record HelloData
{
    /// <summary>Milliseconds between two heartbeats.</summary>
    public required int HeartbeatInterval { get; init; }
}
