using ChatLineage.Slack.Protocol;
using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Setup;

/// <summary>Asks Slack whether everything is set up. Changes nothing.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class SlackSetup
{
    private const string Reachable = "Let the program reach slack.com over HTTPS, or look at https://slack-status.com.";
    private const string Manifest = "Put the output of 'chatlineage slack manifest' into the app, under App Manifest, and install the app again.";

    private readonly SlackApi _api;

    /// <summary>Makes it; nothing is asked yet.</summary>
    /// <param name="options">The tokens.</param>
    /// <param name="http">Sends requests; it stays the caller's.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public SlackSetup(SlackOptions options, HttpClient http, TimeProvider time, ILogger<SlackSetup> logger)
    {
        ArgumentNullException.ThrowIfNull(options);

        // One try: whoever asks wants to know now.
        var settings = new WebApiSettings(options.BotToken ?? "", options.AppToken) { BaseAddress = options.ApiAddress, Tries = 1, TriesWhenLimited = 1 };
        _api = new SlackApi(new WebApiClient(http, settings, time, Random.Shared.NextDouble, logger));
    }

    /// <summary>Whether Slack takes the bot's token, and whether it may do what it must.</summary>
    public async Task<SetupFinding> CheckBotAsync(CancellationToken cancellationToken)
    {
        try
        {
            var self = await _api.GetIdentityAsync(cancellationToken);
            var missing = self.Scopes.Length == 0 ? [] : SlackManifest.Scopes.Keys.Except(self.Scopes.Split(',', StringSplitOptions.TrimEntries)).ToList();
            return missing.Count == 0
                ? new SetupFinding(true, $"The bot is installed in the workspace {self.Team}.", null)
                : new SetupFinding(false, $"The bot is installed in the workspace {self.Team}, but lacks the scopes {string.Join(", ", missing)}.", Manifest);
        }
        catch (SlackApiException refused)
        {
            return Refused(refused, SlackAdvice.ForBotToken(refused.Error));
        }
    }

    /// <summary>Whether Slack lets the app open connections.</summary>
    public async Task<SetupFinding> CheckSocketAsync(CancellationToken cancellationToken)
    {
        try
        {
            var address = await _api.OpenConnectionAsync(cancellationToken);
            return new SetupFinding(true, $"Socket Mode is on, at {address.Host}.", null);
        }
        catch (SlackApiException refused)
        {
            return Refused(refused, SlackAdvice.ForAppToken(refused.Error));
        }
    }

    private static SetupFinding Refused(SlackApiException refused, string? advice)
    {
        if (advice is null)
            return new SetupFinding(false, $"{refused.Method} failed: {refused.Error}.", Reachable);
        var end = advice.IndexOf(". ", StringComparison.Ordinal) + 1;
        return new SetupFinding(false, advice[..end], advice[(end + 1)..]);
    }
}
