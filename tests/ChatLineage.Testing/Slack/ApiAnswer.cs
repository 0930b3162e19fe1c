using System.Globalization;

namespace ChatLineage.Testing.Slack;

/// <summary>An answer of <see cref="ScriptedSlack"/>.</summary>
/// <param name="Status">The HTTP status; 0 breaks the connection off.</param>
/// <param name="Body">The body.</param>
public sealed record ApiAnswer(int Status, string Body)
{
    /// <summary>The header <c>Retry-After</c>; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The header <c>X-OAuth-Scopes</c>; null for none.</summary>
    public string? Scopes { get; init; }

    /// <summary>Completes when the answer may be sent; for a slow Slack.</summary>
    public Task Hold { get; init; } = Task.CompletedTask;

    /// <summary>The connection breaks.</summary>
    public static ApiAnswer Broken { get; } = new(0, "");

    /// <summary>Success, with more fields: <c>"ts":"1.2"</c>.</summary>
    public static ApiAnswer Ok(string fields = "") => new(200, fields.Length == 0 ? """{"ok":true}""" : $$"""{"ok":true,{{fields}}}""");

    /// <summary>Refused, with status 200 as Slack does.</summary>
    public static ApiAnswer Error(string error, string fields = "") =>
        new(200, fields.Length == 0 ? $$"""{"ok":false,"error":"{{error}}"}""" : $$"""{"ok":false,"error":"{{error}}",{{fields}}}""");

    /// <summary>Too many calls, with status 429.</summary>
    public static ApiAnswer TooMany(int seconds) => new(429, """{"ok":false,"error":"ratelimited"}""") { RetryAfter = seconds };

    /// <summary>Too many calls, with status 200.</summary>
    public static ApiAnswer TooManyWithStatus200(int? seconds = null) => Error("ratelimited") with { RetryAfter = seconds };

    internal string? RetryAfterText => RetryAfter?.ToString(CultureInfo.InvariantCulture);
}
