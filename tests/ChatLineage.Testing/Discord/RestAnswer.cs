using System.Globalization;

namespace ChatLineage.Testing.Discord;

/// <summary>An answer of <see cref="ScriptedDiscord"/>.</summary>
/// <param name="Status">The HTTP status; 0 breaks the connection off.</param>
/// <param name="Json">The body.</param>
public sealed record RestAnswer(int Status, string Json)
{
    /// <summary>Headers to be sent.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Completes when the body may be sent; for slow bodies.</summary>
    public Task Hold { get; init; } = Task.CompletedTask;

    /// <summary>The connection breaks.</summary>
    public static RestAnswer Broken { get; } = new(0, "");

    /// <summary>Success.</summary>
    public static RestAnswer Ok(string json = "{}") => new(200, json);

    /// <summary>An error with Discord's code.</summary>
    public static RestAnswer Error(int status, int code = 0) => new(status, $$"""{"code":{{code}},"message":"scripted"}""");

    /// <summary>Too many requests.</summary>
    /// <param name="seconds">How long to wait.</param>
    /// <param name="scope"><c>user</c>, <c>shared</c> or <c>global</c>.</param>
    public static RestAnswer TooMany(double seconds, string scope = "user")
    {
        var wait = seconds.ToString(CultureInfo.InvariantCulture);
        var answer = new RestAnswer(429, $$"""{"message":"You are being rate limited.","retry_after":{{wait}},"global":{{(scope == "global" ? "true" : "false")}}}""");
        answer.Headers["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        answer.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
            answer.Headers["X-RateLimit-Global"] = "true";
        return answer;
    }

    /// <summary>The same with the headers of a limit.</summary>
    public RestAnswer Limited(string bucket, int limit, int remaining, double resetAfter) => this with
    {
        Headers = new Dictionary<string, string>(Headers)
        {
            ["X-RateLimit-Bucket"] = bucket,
            ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset-After"] = resetAfter.ToString(CultureInfo.InvariantCulture),
        },
    };
}
