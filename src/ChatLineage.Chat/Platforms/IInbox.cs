using System.Collections.Immutable;
using ChatLineage.Chat.Storage;

namespace ChatLineage.Chat.Platforms;

/// <summary>Takes what a platform brings.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public interface IInbox
{
    /// <summary>
    /// Takes a message. When this returns, the message is stored: it survives a restart and is answered once, however often it is
    /// delivered. Takes milliseconds; the answer comes later, through <see cref="IChatPlatform.BeginReplyAsync"/>.
    /// </summary>
    ValueTask<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>The asker took a question back: deleted the message, pressed Ctrl-C. Ids that are not known, or are answered, are ignored.</summary>
    void Withdraw(string platform, string messageId);

    /// <summary>
    /// Notes a press of a button before anything is done about it; false when it was delivered before, also to an earlier run of the program.
    /// Takes milliseconds.
    /// </summary>
    ValueTask<bool> TryTakeAsync(IncomingAction action, CancellationToken cancellationToken);

    /// <summary>Somebody pressed a button of an answer.</summary>
    /// <returns>What is shown to who pressed it, or, where <see cref="Reply.Audience"/> says so, to everybody.</returns>
    ValueTask<Reply> ActAsync(IncomingAction action, CancellationToken cancellationToken);

    /// <summary>Names of entities for what somebody has typed so far, the likeliest first. Takes milliseconds.</summary>
    /// <param name="typed">What is typed; empty for the entities asked about most.</param>
    /// <param name="maxCount">How many at most.</param>
    ImmutableArray<string> Suggest(string typed, int maxCount);

    /// <summary>Where the notes fell short lately, for a page that maintainers see; the latest first.</summary>
    /// <param name="maxCount">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<Gap>> RecentGapsAsync(int maxCount, CancellationToken cancellationToken);
}
