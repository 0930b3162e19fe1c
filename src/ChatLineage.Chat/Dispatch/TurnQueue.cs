using ChatLineage.Chat.Conversations;

namespace ChatLineage.Chat.Dispatch;

/// <summary>
/// Lets a bounded number of questions be answered at once, in the order in which they came, and those of one conversation one after
/// another, because each can refer to the one before.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class TurnQueue(int parallel, int maxWaiting)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<QueueTicket> _waiting = [];
    private readonly List<QueueTicket> _running = [];
    private long _joined;

    /// <summary>Joins at the end.</summary>
    /// <returns>Null when too many wait. Disposing the ticket leaves the queue, or ends the turn.</returns>
    public QueueTicket? TryJoin(ConversationKey conversation)
    {
        lock (_lock)
        {
            if (_waiting.Count >= maxWaiting)
                return null;
            var ticket = new QueueTicket(this, conversation, _joined++);
            _waiting.AddLast(ticket);
            Advance();
            return ticket;
        }
    }

    /// <summary>Takes a ticket out, wherever it is.</summary>
    internal void Leave(QueueTicket ticket)
    {
        lock (_lock)
        {
            if (_running.Remove(ticket) || _waiting.Remove(ticket))
                Advance();
        }
    }

    private void Advance()
    {
        for (var node = _waiting.First; node is not null && _running.Count < parallel;)
        {
            var next = node.Next;
            if (!_running.Exists(other => other.Conversation == node.Value.Conversation))
            {
                _waiting.Remove(node);
                _running.Add(node.Value);
                node.Value.MoveTo(0);
            }

            node = next;
        }

        // Those that came later and run already, since they are of other conversations, hold nobody up: a place never gets worse.
        var waitingAhead = 0;
        foreach (var ticket in _waiting)
            ticket.MoveTo(Math.Max(1, _running.Count(other => other.Number < ticket.Number) + waitingAhead++));
    }
}
