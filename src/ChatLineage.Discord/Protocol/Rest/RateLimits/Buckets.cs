using System.Collections.Concurrent;

namespace ChatLineage.Discord.Protocol.Rest.RateLimits;

/// <summary>
/// Finds the limit that a request is under. Discord names it in the response (a hash); endpoints with the same name and the same channel,
/// server or webhook share it.
/// </summary>
/// <remarks>Safe to use from several threads at once. Limits that are not used any more are forgotten.</remarks>
internal sealed class Buckets(TimeProvider time)
{
    /// <summary>From this many on, those unused for a while are forgotten; each interaction has two of its own.</summary>
    private const int SweepAt = 1024;

    private static readonly TimeSpan Unused = TimeSpan.FromSeconds(10), SweepInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Hash, string Major), Bucket> _buckets = [];
    private long _sweptAt = time.GetTimestamp();

    /// <summary>How many are known.</summary>
    public int Count => _buckets.Count;

    /// <summary>The limit of a route.</summary>
    public Bucket Of(Route route)
    {
        if (_buckets.Count >= SweepAt)
            Sweep();
        var endpoint = Endpoint(route);
        return _buckets.GetOrAdd((_hashes.GetValueOrDefault(endpoint, endpoint), route.Major), _ => new Bucket(time));
    }

    /// <summary>Notes what a response says of a route's limit, under the name that the response gives it.</summary>
    public void Learn(Route route, Bucket bucket, LimitHeaders headers)
    {
        if (headers.Bucket is not { } hash)
            return;
        _hashes[Endpoint(route)] = hash;
        var shared = _buckets.GetOrAdd((hash, route.Major), bucket);
        if (shared != bucket)
            shared.Note(headers);
    }

    private static string Endpoint(Route route) => $"{route.Method} {route.Template}";

    // By time and not by number, so that no more are kept than a few seconds of traffic need.
    private void Sweep()
    {
        var last = Interlocked.Read(ref _sweptAt);
        if (time.GetElapsedTime(last) < SweepInterval || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), last) != last)
            return;
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle && time.GetElapsedTime(bucket.LastUse) > Unused)
                _buckets.TryRemove(new KeyValuePair<(string, string), Bucket>(key, bucket));
        }
    }
}
