namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>How to reach the Web API.</summary>
/// <param name="BotToken">The token of the bot: <c>xoxb-…</c>.</param>
/// <param name="AppToken">The token of the app, for Socket Mode: <c>xapp-…</c>; null without.</param>
internal sealed record WebApiSettings(string BotToken, string? AppToken)
{
    /// <summary>Where it is.</summary>
    public Uri BaseAddress { get; init; } = new("https://slack.com/api/");

    /// <summary>How long one try may take, its answer included.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Tries after answers of 5xx, faults inside Slack and broken connections.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Tries after refusals for too many calls; each waits as long as Slack says.</summary>
    public int TriesWhenLimited { get; init; } = 20;

    /// <summary>The longest wait that is sat out after such a refusal.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Without the tokens, so that a log never has them.</summary>
    public override string ToString() => BaseAddress.ToString();
}
