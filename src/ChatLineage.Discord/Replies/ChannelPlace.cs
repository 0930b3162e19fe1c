using System.Collections.Immutable;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>
/// A reply as messages of a channel. Every message has a nonce that is made from the question, so that one that is sent again (after a broken
/// connection, or by the next run of the program) is not made twice; Discord then gives the first one back. It remembers nonces for minutes
/// only, so what an earlier try or run posted is looked for in the channel.
/// </summary>
internal sealed class ChannelPlace(IDiscordApi api, ReplyAddress address, Snowflake channel, Snowflake? earlierBot, TypingSign typing) : IReplyPlace, IDisposable
{
    /// <summary>The messages that there are, in order: one while the answer grows, more when an earlier try had come further.</summary>
    private readonly List<Snowflake> _posted = [];

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        typing.Start();
        if (earlierBot is { } bot)
            _posted.AddRange(await EarlierMessages.OfReplyAsync(api, channel, address, bot, cancellationToken));
    }

    public async Task UpdateAsync(MessageContent content, CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        if (_posted is [var first, ..])
            await api.TryEditMessageAsync(channel, first, content, cancellationToken);
        else
            _posted.Add((await CreateAsync(new ReplyPart(content, []), NonceOf(0), cancellationToken)).Id);
    }

    public async Task<string?> FinishAsync(ImmutableArray<ReplyPart> parts, CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        var first = await PutAsync(parts[0], 0, cancellationToken);
        for (var index = 1; index < parts.Length; index++)
            await PutAsync(parts[index], index, cancellationToken);

        // The answer of an earlier run can have been longer.
        foreach (var left in _posted.Skip(parts.Length))
            await api.DeleteMessageAsync(channel, left, cancellationToken);
        return first.ToString();
    }

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await typing.StopAsync();
        foreach (var message in _posted)
            await api.DeleteMessageAsync(channel, message, cancellationToken);
    }

    public void Dispose() => typing.Dispose();

    private async Task<Snowflake> PutAsync(ReplyPart part, int index, CancellationToken cancellationToken)
    {
        if (index >= _posted.Count)
            return await PostAsync(part, NonceOf(index), cancellationToken);
        try
        {
            await api.EditMessageAsync(channel, _posted[index], part.Content, part.Files, cancellationToken);
            return _posted[index];
        }
        catch (DiscordRestException gone) when (RestOutcome.IsMessageGone(gone))
        {
            // Somebody deleted what there was so far; the answer is still wanted. The first nonce would find the deleted message.
            return await PostAsync(part, $"{NonceOf(index)}n", cancellationToken);
        }
    }

    private async Task<Snowflake> PostAsync(ReplyPart part, string nonce, CancellationToken cancellationToken)
    {
        var made = await CreateAsync(part, nonce, cancellationToken);

        // With the nonce of an earlier message Discord gives that one back, which may hold only a part of the answer.
        if (made.Content.Length > 0 && made.Content != part.Content.Content)
            await api.EditMessageAsync(channel, made.Id, part.Content, part.Files, cancellationToken);
        return made.Id;
    }

    private Task<Message> CreateAsync(ReplyPart part, string nonce, CancellationToken cancellationToken) =>
        api.CreateMessageAsync(channel, WithReference(part.Content with { Nonce = nonce, EnforceNonce = true }), part.Files, cancellationToken);

    private string NonceOf(int index) => index == 0 ? $"{address.QuestionId}" : $"{address.QuestionId}-{index}";

    // An interaction is no message, so nothing can refer to it.
    private MessageContent WithReference(MessageContent content) => address.IsInteraction
        ? content
        : content with { MessageReference = new MessageReference { MessageId = address.QuestionId, ChannelId = channel, FailIfNotExists = false } };
}
