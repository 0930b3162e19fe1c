using System.Collections.Immutable;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>
/// A reply to a command: a first response within three seconds that says that the bot is thinking, then edits of it, then further messages
/// (interactions/receiving-and-responding.mdx). After fifteen minutes, or when the first response came too late, the answer goes into the
/// channel as a message of its own; one for the asker alone goes into a direct conversation. Further messages have no nonce, since webhooks take
/// none, so those of an earlier try are looked for in the channel; private ones are seen by nobody but the asker, and cannot be looked for.
/// </summary>
internal sealed class InteractionPlace(
    IDiscordApi api,
    ReplyAddress address,
    DateTimeOffset receivedAt,
    bool ephemeral,
    bool triedBefore,
    Func<Snowflake, IReplyPlace> channelPlace,
    TimeProvider time) : IReplyPlace
{
    /// <summary>What a request may take is kept back from the life of the token.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly Interaction _interaction = address.ToInteraction();
    private bool _gone;

    private bool IsGone => _gone || time.GetUtcNow() - receivedAt > Interaction.TokenLife - Margin;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (IsGone)
            return;
        try
        {
            await api.RespondAsync(_interaction, InteractionResponse.Defer(ephemeral), cancellationToken);
        }
        catch (DiscordRestException gone) when (RestOutcome.IsInteractionGone(gone))
        {
            _gone = true;
        }
    }

    public async Task UpdateAsync(MessageContent content, CancellationToken cancellationToken)
    {
        if (!IsGone)
            await api.TryEditResponseAsync(_interaction, content, cancellationToken);
    }

    public async Task<string?> FinishAsync(ImmutableArray<ReplyPart> parts, CancellationToken cancellationToken)
    {
        string? posted = null;
        var sent = 0;
        try
        {
            var there = triedBefore && !ephemeral && parts.Length > 1 ? await EarlierMessages.OfCommandAsync(api, address, cancellationToken) : [];
            for (; sent < parts.Length && !IsGone; sent++)
            {
                if (sent > 0 && sent <= there.Length)
                    continue;
                var id = await SendAsync(parts[sent], sent, cancellationToken);
                posted ??= id.ToString();
            }
        }
        catch (DiscordRestException gone) when (RestOutcome.IsInteractionGone(gone))
        {
            _gone = true;
        }

        if (sent < parts.Length)
        {
            var channel = ephemeral ? (await api.OpenDirectAsync(address.AuthorId, cancellationToken)).Id : address.ChannelId;
            var id = await channelPlace(channel).FinishAsync(parts[sent..], cancellationToken);
            return posted ?? id;
        }

        // What only the asker sees cannot be replied to.
        return ephemeral ? null : posted;
    }

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (!IsGone)
            await api.DeleteResponseAsync(_interaction, cancellationToken);
    }

    private async Task<Snowflake> SendAsync(ReplyPart part, int index, CancellationToken cancellationToken)
    {
        if (index == 0)
            return (await api.EditResponseAsync(_interaction, part.Content, part.Files, cancellationToken)).Id;
        var content = ephemeral ? part.Content with { Flags = part.Content.Flags | MessageContent.Ephemeral } : part.Content;
        return (await api.FollowUpAsync(_interaction, content, part.Files, cancellationToken)).Id;
    }
}
