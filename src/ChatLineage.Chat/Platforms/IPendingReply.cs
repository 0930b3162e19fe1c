namespace ChatLineage.Chat.Platforms;

/// <summary>A reply that is being made. Its life ends with one call of <see cref="FinishAsync"/> or <see cref="StopAsync"/>.</summary>
/// <remarks>Used by one caller at a time.</remarks>
public interface IPendingReply
{
    /// <summary>Shows that others are answered first. Never called after <see cref="ShowAsync"/>.</summary>
    /// <param name="ahead">How many questions come before this one; 0 when it is its turn.</param>
    /// <param name="cancellationToken">Gives up; the reply can still be finished or stopped.</param>
    ValueTask WaitAsync(int ahead, CancellationToken cancellationToken);

    /// <summary>
    /// Shows as much of the reply as there is. Never called on a platform that cannot update a reply. An update that fails is left out;
    /// the next one shows the same and more.
    /// </summary>
    /// <param name="reply">The reply so far; its body begins with the body shown before.</param>
    /// <param name="cancellationToken">Gives up; the reply can still be finished or stopped.</param>
    ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken);

    /// <summary>Shows the complete reply.</summary>
    /// <param name="reply">The reply, at most as long as <see cref="PlatformCapabilities.MaxTextLength"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The platform's id of what was posted, which an <see cref="IncomingMessage.InReplyTo"/> can name; null where nobody can reply to it.</returns>
    /// <exception cref="PlatformUnavailableException">The platform could not be reached, however often it was tried; the reply can be begun anew later.</exception>
    ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken);

    /// <summary>Ends a reply whose question was taken back: what is shown so far stays, marked as incomplete, or goes away.</summary>
    ValueTask StopAsync(CancellationToken cancellationToken);
}
