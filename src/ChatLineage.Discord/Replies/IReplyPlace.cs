using System.Collections.Immutable;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>Where a reply appears. Used by one caller at a time. Every method throws <see cref="DiscordRestException"/> when Discord refuses.</summary>
internal interface IReplyPlace
{
    /// <summary>Shows at once that the question has arrived.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Shows what there is so far, unless the limits leave no room for it.</summary>
    Task UpdateAsync(MessageContent content, CancellationToken cancellationToken);

    /// <summary>Shows the whole reply, in the place of what was shown before.</summary>
    /// <returns>The id of its first message; null when nobody can reply to it.</returns>
    Task<string?> FinishAsync(ImmutableArray<ReplyPart> parts, CancellationToken cancellationToken);

    /// <summary>Takes away what was shown.</summary>
    Task RemoveAsync(CancellationToken cancellationToken);
}
