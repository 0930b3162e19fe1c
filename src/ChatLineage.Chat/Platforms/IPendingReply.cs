namespace ChatLineage.Chat.Platforms;

/// <summary>A reply that is being made. Its life ends with one call of <see cref="FinishAsync"/> or <see cref="StopAsync"/>.</summary>
/// <remarks>Used by one caller at a time.</remarks>
public interface IPendingReply
{
    /// <summary>Shows as much of the reply as there is. Never called on a platform that cannot update a reply.</summary>
    /// <param name="reply">The reply so far; its body begins with the body shown before.</param>
    /// <param name="cancellationToken">Gives up; the reply can still be finished or stopped.</param>
    ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken);

    /// <summary>Shows the complete reply.</summary>
    /// <param name="reply">The reply, at most as long as <see cref="PlatformCapabilities.MaxTextLength"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask FinishAsync(Reply reply, CancellationToken cancellationToken);

    /// <summary>Ends a reply whose question was taken back: what is shown so far stays, marked as incomplete, or goes away.</summary>
    ValueTask StopAsync(CancellationToken cancellationToken);
}
