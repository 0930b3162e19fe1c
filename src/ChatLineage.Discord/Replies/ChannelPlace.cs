using System.Collections.Immutable;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>
/// A reply as messages of a channel. Every message has a nonce that is made from the question, so that one that is sent again (after a broken
/// connection, or by the next run of the program) is not made twice; Discord then gives the first one back. It remembers nonces for minutes
/// only, so a reply that an earlier run began is looked for in the channel.
/// </summary>
internal sealed class ChannelPlace(IDiscordApi api, ReplyAddress address, Snowflake channel, Snowflake? earlierBot, TypingSign typing) : IReplyPlace, IDisposable
{
    private Snowflake? _posted;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        typing.Start();
        if (earlierBot is { } bot)
            _posted = await FindAsync(bot, cancellationToken);
    }

    public async Task UpdateAsync(MessageContent content, CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        if (_posted is { } message)
            await api.TryEditMessageAsync(channel, message, content, cancellationToken);
        else
            _posted = (await CreateAsync(new ReplyPart(content, []), 0, cancellationToken)).Id;
    }

    public async Task<string?> FinishAsync(ImmutableArray<ReplyPart> parts, CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        var first = await PutFirstAsync(parts[0], cancellationToken);
        for (var index = 1; index < parts.Length; index++)
            await PutAsync(parts[index], index, cancellationToken);
        return first.ToString();
    }

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        if (_posted is { } message)
            await api.DeleteMessageAsync(channel, message, cancellationToken);
    }

    public void Dispose() => typing.Dispose();

    private async Task<Snowflake> PutFirstAsync(ReplyPart part, CancellationToken cancellationToken)
    {
        if (_posted is { } shown)
        {
            try
            {
                await api.EditMessageAsync(channel, shown, part.Content, part.Files, cancellationToken);
                return shown;
            }
            catch (DiscordRestException gone) when (RestOutcome.IsMessageGone(gone))
            {
                // Somebody deleted what there was so far; the answer is still wanted. The old nonce would find the deleted message.
                return (await api.CreateMessageAsync(channel, WithReference(part.Content), part.Files, cancellationToken)).Id;
            }
        }

        return await PutAsync(part, 0, cancellationToken);
    }

    private async Task<Snowflake> PutAsync(ReplyPart part, int index, CancellationToken cancellationToken)
    {
        var made = await CreateAsync(part, index, cancellationToken);

        // With the nonce of an earlier message Discord gives that one back, which may hold only a part of the answer.
        if (made.Content.Length > 0 && made.Content != part.Content.Content)
            await api.EditMessageAsync(channel, made.Id, part.Content, part.Files, cancellationToken);
        return made.Id;
    }

    private Task<Message> CreateAsync(ReplyPart part, int index, CancellationToken cancellationToken)
    {
        var content = part.Content with { Nonce = index == 0 ? $"{address.QuestionId}" : $"{address.QuestionId}-{index}", EnforceNonce = true };
        return api.CreateMessageAsync(channel, index == 0 ? WithReference(content) : content, part.Files, cancellationToken);
    }

    // An interaction is no message, so nothing can refer to it.
    private MessageContent WithReference(MessageContent content) => address.IsInteraction
        ? content
        : content with { MessageReference = new MessageReference { MessageId = address.QuestionId, ChannelId = channel, FailIfNotExists = false } };

    /// <summary>The bot's first message that replies to the question; null when there is none, or it may not be looked for.</summary>
    private async Task<Snowflake?> FindAsync(Snowflake bot, CancellationToken cancellationToken)
    {
        try
        {
            var after = await api.GetMessagesAfterAsync(channel, address.QuestionId, cancellationToken);
            return after.Where(message => message.Author?.Id == bot && message.MessageReference?.MessageId == address.QuestionId)
                .OrderBy(message => message.Id.Value)
                .Select(message => (Snowflake?)message.Id)
                .FirstOrDefault();
        }
        catch (DiscordRestException refused) when (!RestOutcome.IsPassing(refused))
        {
            return null;
        }
    }
}
