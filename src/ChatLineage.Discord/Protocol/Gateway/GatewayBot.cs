namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Where to connect, with how many shards, and how often (events/gateway.mdx, "Get Gateway Bot").</summary>
internal sealed record GatewayBot
{
    public required string Url { get; init; }

    /// <summary>The number of shards that Discord recommends.</summary>
    public int Shards { get; init => field = Math.Max(1, value); } = 1;

    public required SessionStartLimit SessionStartLimit { get; init; }
}
