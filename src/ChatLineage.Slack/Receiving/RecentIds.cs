namespace ChatLineage.Slack.Receiving;

/// <summary>
/// Remembers what was delivered lately, so that a form opens once although the envelope of its button comes twice. For what can open a form
/// for three seconds only, that is enough; messages and presses that act have a lasting memory in the inbox.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    /// <summary>Notes an id; false when it is known already.</summary>
    public bool TryAdd(string id)
    {
        lock (_lock)
        {
            if (!_known.Add(id))
                return false;
            _oldestFirst.Enqueue(id);
            if (_oldestFirst.Count > capacity)
                _known.Remove(_oldestFirst.Dequeue());
            return true;
        }
    }
}
