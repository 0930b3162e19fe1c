using System.Diagnostics.CodeAnalysis;

namespace ChatLineage.Chat.Storage;

/// <summary>A dictionary of bounded size: the entry used least recently makes room for a new one.</summary>
/// <remarks>Not safe to use from several threads at once.</remarks>
internal sealed class Recent<TKey, TValue>
    where TKey : notnull
{
    private readonly int _capacity;
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _latestFirst = [];

    public Recent(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    public IEnumerable<(TKey Key, TValue Value)> Entries => _latestFirst;

    public IEnumerable<TValue> Values => _latestFirst.Select(entry => entry.Value);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_byKey.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        _latestFirst.Remove(node);
        _latestFirst.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        if (_byKey.TryGetValue(key, out var old))
            _latestFirst.Remove(old);
        _byKey[key] = _latestFirst.AddFirst((key, value));
        if (_byKey.Count > _capacity)
            Remove(_latestFirst.Last!);
    }

    public void RemoveWhere(Func<TValue, bool> isOver)
    {
        foreach (var node in _byKey.Values.Where(node => isOver(node.Value.Value)).ToList())
            Remove(node);
    }

    private void Remove(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        _byKey.Remove(node.Value.Key);
        _latestFirst.Remove(node);
    }
}
