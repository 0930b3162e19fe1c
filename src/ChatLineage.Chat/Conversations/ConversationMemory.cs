using System.Collections.Immutable;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Conversations;

/// <summary>Conversations in memory: the latest turns of the conversations used last.</summary>
/// <remarks>Safe to use from several threads at once. Bounded, so that a server with many channels does not fill the memory.</remarks>
public sealed class ConversationMemory : IConversationStore
{
    /// <summary>How many turns of a conversation are kept. Pronouns reach back one or two turns; more only costs time.</summary>
    public const int MaxTurns = 8;

    private readonly Lock _lock = new();
    private readonly int _maxConversations;
    private readonly Dictionary<ConversationKey, LinkedListNode<(ConversationKey Key, ImmutableArray<Turn> Turns)>> _byKey = [];
    private readonly LinkedList<(ConversationKey Key, ImmutableArray<Turn> Turns)> _latestFirst = [];

    /// <summary>Creates an empty memory.</summary>
    /// <param name="maxConversations">How many conversations are kept; the one used least recently is forgotten first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConversations"/> is below 1.</exception>
    public ConversationMemory(int maxConversations = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConversations, 1);
        _maxConversations = maxConversations;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Turn>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_byKey.TryGetValue(conversation, out var node))
                return ValueTask.FromResult(ImmutableArray<Turn>.Empty);
            Touch(node);
            return ValueTask.FromResult(node.Value.Turns);
        }
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(ConversationKey conversation, Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_byKey.TryGetValue(conversation, out var node))
            {
                var turns = node.Value.Turns.Length < MaxTurns ? node.Value.Turns : node.Value.Turns.RemoveAt(0);
                node.Value = (conversation, turns.Add(turn));
                Touch(node);
            }
            else
            {
                _byKey[conversation] = _latestFirst.AddFirst((conversation, [turn]));
                if (_byKey.Count > _maxConversations)
                    Forget(_latestFirst.Last!);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Touch(LinkedListNode<(ConversationKey Key, ImmutableArray<Turn> Turns)> node)
    {
        _latestFirst.Remove(node);
        _latestFirst.AddFirst(node);
    }

    private void Forget(LinkedListNode<(ConversationKey Key, ImmutableArray<Turn> Turns)> node)
    {
        _byKey.Remove(node.Value.Key);
        _latestFirst.Remove(node);
    }
}
