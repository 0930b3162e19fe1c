using ChatLineage.Discord.Protocol.Resources;
using Discord.WebSocket;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Incoming;

/// <summary>Turns Discord.Net's messages, users and channels into those that ChatLineage.Discord reads.</summary>
internal static class ReadMessage
{
    /// <summary>A message that arrived.</summary>
    public static Message Of(SocketMessage message) => Of(message, message.Channel.Id) with
    {
        GuildId = (message.Channel as SocketGuildChannel)?.Guild.Id is { } guild ? new Snowflake(guild) : null,
        Member = MemberOf(message.Author),
        Mentions = [.. message.MentionedUsers.Select(UserOf)],
        MentionRoles = [.. message.MentionedRoles.Select(role => new Snowflake(role.Id))],
        ReferencedMessage = (message as SocketUserMessage)?.ReferencedMessage is { } referenced ? Of(referenced, message.Channel.Id) : null,
    };

    /// <summary>What every message has, also one that was only asked for.</summary>
    public static Message Of(Net.IMessage message, ulong channel) => new()
    {
        Id = new Snowflake(message.Id),
        ChannelId = new Snowflake(channel),
        Author = UserOf(message.Author),
        Content = message.Content ?? "",
        Type = (int)message.Type,
        WebhookId = message.Author.IsWebhook ? new Snowflake(message.Author.Id) : null,
        MessageReference = message.Reference is { MessageId.IsSpecified: true } reference
            ? new MessageReference { MessageId = new Snowflake(reference.MessageId.Value), ChannelId = new Snowflake(reference.ChannelId) }
            : null,
        InteractionMetadata = message is Net.IUserMessage { InteractionMetadata: { } made }
            ? new InteractionMetadata
            {
                Id = new Snowflake(made.Id),
                OriginalResponseMessageId = made.OriginalResponseMessageId is { } first ? new Snowflake(first) : null,
            }
            : null,
    };

    public static User UserOf(Net.IUser user) => new() { Id = new Snowflake(user.Id), Username = user.Username, GlobalName = user.GlobalName, Bot = user.IsBot };

    /// <summary>The roles of somebody in a server; null outside of one.</summary>
    public static GuildMember? MemberOf(Net.IUser user) => user is SocketGuildUser member
        ? new GuildMember { User = UserOf(user), Roles = [.. member.Roles.Where(role => !role.IsEveryone).Select(role => new Snowflake(role.Id))] }
        : null;

    public static Role RoleOf(Net.IRole role) => new()
    {
        Id = new Snowflake(role.Id),
        Tags = new RoleTags { BotId = role.Tags?.BotId is { } bot ? new Snowflake(bot) : null },
    };

    public static Channel ChannelOf(Net.IChannel channel) => new()
    {
        Id = new Snowflake(channel.Id),
        Type = (ChannelType)(int)(Net.ChannelExtensions.GetChannelType(channel) ?? Net.ChannelType.Text),
        ParentId = channel is SocketThreadChannel { ParentChannel: { } parent } ? new Snowflake(parent.Id) : null,
    };
}
