using System.Threading.Channels;
using ChatLineage.Chat.Conversations;

namespace ChatLineage.Chat.Dispatch;

/// <summary>A place in a <see cref="TurnQueue"/>. Used by one caller at a time.</summary>
internal sealed class QueueTicket(TurnQueue queue, ConversationKey conversation, long number) : IDisposable
{
    private readonly Channel<int> _moves = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private int _ahead = -1;

    /// <summary>The conversation that it is for.</summary>
    public ConversationKey Conversation => conversation;

    /// <summary>Lower for those that came earlier.</summary>
    public long Number => number;

    /// <summary>Waits until the place changes; the first call returns the place.</summary>
    /// <returns>How many questions come before this one; 0 when it is its turn, or when the queue was left.</returns>
    public async ValueTask<int> NextAsync(CancellationToken cancellationToken) =>
        await _moves.Reader.WaitToReadAsync(cancellationToken) && _moves.Reader.TryRead(out var ahead) ? ahead : 0;

    /// <summary>Leaves the queue, or ends the turn. May be called more than once.</summary>
    public void Dispose()
    {
        queue.Leave(this);
        _moves.Writer.TryComplete();
    }

    /// <summary>Tells the place.</summary>
    internal void MoveTo(int ahead)
    {
        if (_ahead == ahead)
            return;
        _ahead = ahead;
        _moves.Writer.TryWrite(ahead);
    }
}
