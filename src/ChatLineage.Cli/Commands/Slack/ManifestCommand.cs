using System.CommandLine;
using ChatLineage.Slack;
using ChatLineage.Slack.Setup;

namespace ChatLineage.Cli.Commands.Slack;

/// <summary><c>chatlineage slack manifest</c></summary>
internal static class ManifestCommand
{
    public static Command Create()
    {
        var mode = new Option<SlackMode>("--mode") { Description = "How Slack delivers: through a socket that the bot opens, or by requests to an address of the bot." };
        var url = new Option<string?>("--url") { Description = "Where requests go, with --mode http: an address that begins with https://." };
        var command = new Command("manifest", "Write the manifest that makes the app in Slack, with exactly the scopes that are used.") { mode, url };
        command.Validators.Add(result =>
        {
            var given = result.GetValue(url);
            if (result.GetValue(mode) == SlackMode.Socket && given is not null)
                result.AddError("--url is only of use with --mode http.");
            else if (result.GetValue(mode) == SlackMode.Http && Address(given) is null)
                result.AddError("--mode http needs --url with an address that begins with https://.");
        });
        command.SetAction(async (parsed, _) =>
        {
            await Console.Out.WriteAsync(SlackManifest.Write(parsed.GetValue(mode), Address(parsed.GetValue(url))));
            return ExitCode.Done;
        });
        return command;
    }

    private static Uri? Address(string? given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
