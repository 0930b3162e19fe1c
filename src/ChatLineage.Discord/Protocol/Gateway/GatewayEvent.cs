using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Something that happened, of the kinds that the bot acts on.</summary>
internal abstract record GatewayEvent
{
    private GatewayEvent()
    {
    }

    /// <summary>A session began.</summary>
    public sealed record Ready : GatewayEvent
    {
        public required string SessionId { get; init; }

        public required string ResumeGatewayUrl { get; init; }

        /// <summary>The bot itself.</summary>
        public required User User { get; init; }
    }

    /// <summary>A session goes on after a break; everything missed was sent before this.</summary>
    public sealed record Resumed : GatewayEvent;

    /// <summary>Somebody wrote.</summary>
    public sealed record MessageCreated(Message Message) : GatewayEvent;

    /// <summary>A message is gone.</summary>
    public sealed record MessageDeleted(Snowflake MessageId) : GatewayEvent;

    /// <summary>Messages are gone, many at once.</summary>
    public sealed record MessagesDeleted(Snowflake[] MessageIds) : GatewayEvent;

    /// <summary>Somebody used a command, a button or a form.</summary>
    public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

    /// <summary>A server became known, or changed.</summary>
    public sealed record GuildSeen(Guild Guild) : GatewayEvent;

    /// <summary>A role is new, or changed.</summary>
    public sealed record RoleSeen(Role Role) : GatewayEvent;

    /// <summary>A thread became known, or changed.</summary>
    public sealed record ThreadSeen(Channel Thread) : GatewayEvent;

    /// <summary>A thread is gone.</summary>
    public sealed record ThreadDeleted(Snowflake ThreadId) : GatewayEvent;
}
