namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What connects, for Discord's statistics.</summary>
internal sealed record ConnectionProperties(string Os, string Browser, string Device);
