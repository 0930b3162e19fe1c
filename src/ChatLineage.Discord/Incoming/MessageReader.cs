using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Replies;

namespace ChatLineage.Discord.Incoming;

/// <summary>Reads messages: who asks what, and how it came to the bot.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class MessageReader(ThreadBook threads, OwnRoles roles, TimeProvider time)
{
    private const int Plain = 0;
    private const int AReply = 19;

    /// <summary>What was asked; null for messages that the bot has nothing to do with: those of bots, notices of Discord, ones that it may not read.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bot">The bot itself.</param>
    public IncomingMessage? Read(Message message, Snowflake bot)
    {
        if (message.Author is not { Bot: false } author || message.WebhookId is not null || message.Type is not (Plain or AReply))
            return null;
        var parent = threads.ParentOf(message.ChannelId);
        var trigger = TriggerOf(message, bot, parent is not null);
        var text = PlainText.Of(message, bot);
        if (text.Length == 0 && trigger is Trigger.Thread or Trigger.Overheard or Trigger.Reply)
            return null;
        var (request, asked) = RequestOf(message, bot, trigger, text);
        return new IncomingMessage(message.Id.ToString(), Conversation(message.GuildId, message.ChannelId, parent is not null, author.Id), author.Id.ToString(), asked, time.GetUtcNow())
        {
            Request = request,
            Trigger = trigger,
            Place = new Place(message.GuildId?.ToString(), (parent ?? message.ChannelId).ToString(), [.. (message.Member?.Roles ?? []).Select(role => role.ToString())]),
            InReplyTo = message.ReferencedMessage?.Author?.Id == bot ? message.MessageReference?.MessageId?.ToString() : null,
            ReplyAddress = ReplyAddress.Of(message).ToText(),
        };
    }

    /// <summary>
    /// The conversation: a thread or a direct conversation as a whole, but in a channel each person has their own, since people ask across
    /// one another there.
    /// </summary>
    public static ConversationKey Conversation(Snowflake? guild, Snowflake channel, bool isThread, Snowflake author) =>
        new(DiscordPlatform.PlatformName, guild is null || isThread ? channel.ToString() : $"{channel}:{author}");

    private Trigger TriggerOf(Message message, Snowflake bot, bool isThread)
    {
        if (message.GuildId is null)
            return Trigger.Direct;
        if (roles.IncludesAny(message.MentionRoles))
            return Trigger.Mention;

        // A reply that pings counts as a mention for Discord, although nobody wrote one.
        var mentioned = Array.Exists(message.Mentions, user => user.Id == bot);
        var isReply = message.ReferencedMessage?.Author?.Id == bot;
        if (mentioned && (!isReply || message.Content.Contains($"<@{bot}>", StringComparison.Ordinal) || message.Content.Contains($"<@!{bot}>", StringComparison.Ordinal)))
            return Trigger.Mention;
        return isReply ? Trigger.Reply : isThread ? Trigger.Thread : Trigger.Overheard;
    }

    // A bare mention below what somebody else said asks whether that is true; by itself it asks for help.
    private static (Request Request, string Text) RequestOf(Message message, Snowflake bot, Trigger trigger, string text)
    {
        if (text.Length > 0 || trigger is not (Trigger.Mention or Trigger.Direct))
            return (Request.Question, text);
        return message.ReferencedMessage is { Content.Length: > 0 } claim && claim.Author?.Id != bot
            ? (Request.Check, PlainText.Of(claim, bot))
            : (Request.Help, "");
    }
}
