namespace ChatLineage.LocalModel.Generation;

/// <summary>
/// Ends a text at the first of several stop strings. Text that may still turn out to begin a stop string is held back until that is
/// decided, so that no part of a stop string ever reaches the reader.
/// </summary>
internal sealed class StopMatcher
{
    private readonly string[] _stops;
    private string _held = "";

    public StopMatcher(IEnumerable<string> stops) => _stops = [.. stops.Where(stop => stop.Length > 0)];

    /// <summary>Whether a stop string was met; nothing more is released then.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Takes text in and returns what is certain to precede any stop string.</summary>
    public string Append(string text)
    {
        if (Stopped || text.Length == 0)
        {
            return "";
        }

        if (_stops.Length == 0)
        {
            return text;
        }

        _held += text;
        var end = _stops.Select(stop => _held.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (end >= 0)
        {
            Stopped = true;
            return Take(end, drop: true);
        }

        return Take(_held.Length - _stops.Max(LongestOpening), drop: false);
    }

    /// <summary>Returns what was held back: the text ended without the stop string that it seemed to begin.</summary>
    public string Finish() => Stopped ? "" : Take(_held.Length, drop: true);

    private int LongestOpening(string stop)
    {
        for (var length = Math.Min(stop.Length - 1, _held.Length); length > 0; length--)
        {
            if (string.CompareOrdinal(_held, _held.Length - length, stop, 0, length) == 0)
            {
                return length;
            }
        }

        return 0;
    }

    private string Take(int count, bool drop)
    {
        var released = _held[..count];
        _held = drop ? "" : _held[count..];
        return released;
    }
}
