using ChatLineage.Cli.Settings;
using ChatLineage.Slack;

namespace ChatLineage.Cli.Doctor.Slack;

/// <summary>The tokens of Slack are set. Whether they look right was checked when the settings were read.</summary>
internal sealed class SlackSettingsProbe(SlackOptions options) : IProbe
{
    public string Name => "slack settings";

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(options.IsConfigured
        ? ProbeResult.Ok($"The bot token is set ({Masked(options.BotToken!)}); Slack delivers by {(options.Mode == SlackMode.Socket ? "socket" : "HTTP")}.")
        : ProbeResult.Skipped(
            "Slack is not set up.", $"Set {SettingsFiles.Prefix}Slack__BotToken and {SettingsFiles.Prefix}Slack__AppToken; 'chatlineage slack manifest' makes the app."));

    private static string Masked(string token) => $"{token[..5]}…, {token.Length} characters";
}
