using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Limits;

/// <summary>Keeps one person or one channel from taking the bot for themselves.</summary>
/// <remarks>
/// Token buckets: each has as many tokens as questions are allowed in the window, and they come back evenly over it. Safe to use from
/// several threads at once. Buckets that are full again are forgotten.
/// </remarks>
internal sealed class RateLimits(RateLimitOptions options, TimeProvider time)
{
    private const int SweepAt = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Platform, string Kind, string Id), Bucket> _buckets = [];

    /// <summary>How many persons and channels are kept track of.</summary>
    public int Count => _buckets.Count;

    /// <summary>Takes a question into account.</summary>
    /// <returns>How long to wait before the next one is answered; zero when this one is.</returns>
    public Pace Take(IncomingMessage message) => Take(message.Conversation.Platform, message.AuthorId, message.Place?.SharedChannelId);

    /// <summary>Takes something that costs as much as a question into account.</summary>
    public Pace Take(string platform, string authorId, string? channelId)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_buckets.Count >= SweepAt)
                Sweep(now);
            var person = Find((platform, "person", authorId), options.PerPerson, now);
            var channel = channelId is null ? null : Find((platform, "channel", channelId), options.PerChannel, now);
            var late = person.Tokens < 1 ? person : channel is { Tokens: < 1 } ? channel : null;
            if (late is not null)
            {
                var first = !late.Told;
                late.Told = true;
                return new Pace(TimeSpan.FromSeconds(Math.Ceiling((1 - late.Tokens) / late.Rate)), late == person, first);
            }

            person.Spend();
            channel?.Spend();
            return Pace.Free;
        }
    }

    private Bucket Find((string, string, string) key, int allowed, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
            _buckets[key] = bucket = new Bucket(allowed, allowed / options.Window.TotalSeconds, now);
        bucket.Refill(now);
        return bucket;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, bucket) in _buckets)
        {
            bucket.Refill(now);
            if (bucket.IsFull)
                _buckets.Remove(key);
        }
    }

    private sealed class Bucket(int allowed, double rate, DateTimeOffset since)
    {
        private DateTimeOffset _at = since;

        public double Tokens { get; private set; } = allowed;

        public double Rate => rate;

        // True once somebody was told to slow down, until a question is answered again.
        public bool Told { get; set; }

        public bool IsFull => Tokens >= allowed;

        public void Refill(DateTimeOffset now)
        {
            Tokens = Math.Min(allowed, Tokens + (Math.Max(0, (now - _at).TotalSeconds) * rate));
            _at = now;
        }

        public void Spend()
        {
            Tokens--;
            Told = false;
        }
    }
}
