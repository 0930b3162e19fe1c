using System.Collections.Immutable;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>
/// What an earlier try, or an earlier run of the program, posted for a question already. Each message of an answer refers to its question, so
/// their number says how far that try came.
/// </summary>
internal static class EarlierMessages
{
    /// <summary>The bot's messages that reply to a message, in order; none when they may not be looked for.</summary>
    public static Task<ImmutableArray<Snowflake>> OfReplyAsync(
        IDiscordApi api, Snowflake channel, ReplyAddress address, Snowflake bot, CancellationToken cancellationToken) => FindAsync(
            api, channel, address, message => message.Author?.Id == bot && message.MessageReference?.MessageId == address.QuestionId, cancellationToken);

    /// <summary>The messages after the first response to a command, in order; none when they may not be looked for.</summary>
    public static Task<ImmutableArray<Snowflake>> OfCommandAsync(IDiscordApi api, ReplyAddress address, CancellationToken cancellationToken) => FindAsync(
        api,
        address.ChannelId,
        address,
        message => message.InteractionMetadata is { OriginalResponseMessageId: not null } made && made.Id == address.QuestionId,
        cancellationToken);

    private static async Task<ImmutableArray<Snowflake>> FindAsync(
        IDiscordApi api, Snowflake channel, ReplyAddress address, Func<Message, bool> belongs, CancellationToken cancellationToken)
    {
        try
        {
            var after = await api.GetMessagesAfterAsync(channel, address.QuestionId, cancellationToken);
            return [.. after.Where(belongs).Select(message => message.Id).OrderBy(id => id.Value)];
        }
        catch (DiscordRestException refused) when (!RestOutcome.IsPassing(refused))
        {
            return [];
        }
    }
}
