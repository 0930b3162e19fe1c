using System.Globalization;
using System.Net.Http.Headers;

namespace ChatLineage.Discord.Protocol.Rest.RateLimits;

/// <summary>What a response says about its limit (topics/rate-limits.mdx, "Header Format").</summary>
/// <param name="Bucket">The limit's name, without the top-level resource; null when the endpoint has none.</param>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Remaining">Those left.</param>
/// <param name="ResetAfter">When the window ends.</param>
internal readonly record struct LimitHeaders(string? Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    public static LimitHeaders Read(HttpResponseHeaders headers)
    {
        var bucket = First(headers, "X-RateLimit-Bucket");
        return bucket is not null
            && int.TryParse(First(headers, "X-RateLimit-Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && int.TryParse(First(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            && Seconds(First(headers, "X-RateLimit-Reset-After")) is { } resetAfter
                ? new LimitHeaders(bucket, limit, remaining, resetAfter)
                : default;
    }

    /// <summary>A number of seconds with decimals; null when it is none or beyond a day.</summary>
    public static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    public static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
