using System.Collections.Immutable;

namespace ChatLineage.Chat.Platforms;

/// <summary>Where a message was written, for permissions.</summary>
/// <param name="ServerId">The platform's id of the server or workspace; null in a direct conversation outside of one.</param>
/// <param name="ChannelId">The platform's id of the channel; of the channel that a thread belongs to, not of the thread.</param>
/// <param name="RoleIds">The platform's ids of the author's roles or groups; empty where they are not known.</param>
public sealed record Place(string? ServerId, string ChannelId, ImmutableArray<string> RoleIds)
{
    /// <summary>The channel, where more people than one write; null in a direct conversation.</summary>
    internal string? SharedChannelId => ServerId is null ? null : ChannelId;
}
