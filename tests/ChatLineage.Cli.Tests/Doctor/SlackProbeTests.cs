using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatLineage.Cli.Doctor;
using ChatLineage.Cli.Doctor.Slack;
using ChatLineage.Slack;
using ChatLineage.Slack.Setup;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Cli.Tests.Doctor;

public sealed class SlackProbeTests : IAsyncDisposable
{
    private readonly ScriptedSlack _slack = ScriptedSlack.Start();

    [Fact]
    public async Task Not_set_up_is_skipped_with_what_to_set()
    {
        var options = new SlackOptions();

        var settings = await new SlackSettingsProbe(options).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Skipped, settings.Status);
        Assert.Contains("CHATLINEAGE_Slack__BotToken", settings.Fix, StringComparison.Ordinal);
        Assert.Equal(ProbeStatus.Skipped, (await new SlackBotProbe(options).RunAsync(CancellationToken.None)).Status);
        Assert.Equal(ProbeStatus.Skipped, (await new SlackDeliveryProbe(options).RunAsync(CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Set_up_is_fine_and_shows_no_token()
    {
        _slack.Api = call => call.Method == "auth.test"
            ? ApiAnswer.Ok("\"team\":\"Team\",\"team_id\":\"T1\",\"user_id\":\"U1\"") with { Scopes = string.Join(',', SlackManifest.Scopes.Keys) }
            : null;

        ProbeResult[] results =
        [
            await new SlackSettingsProbe(Options()).RunAsync(CancellationToken.None),
            await new SlackBotProbe(Options()).RunAsync(CancellationToken.None),
            await new SlackDeliveryProbe(Options()).RunAsync(CancellationToken.None),
        ];

        Assert.All(results, result => Assert.Equal(ProbeStatus.Ok, result.Status));
        Assert.All(results, result => Assert.DoesNotContain("secret", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_tokens_fail_with_the_fix()
    {
        _slack.Api = _ => ApiAnswer.Error("invalid_auth");

        var bot = await new SlackBotProbe(Options()).RunAsync(CancellationToken.None);
        var delivery = await new SlackDeliveryProbe(Options()).RunAsync(CancellationToken.None);

        Assert.Equal((ProbeStatus.Failed, ProbeStatus.Failed), (bot.Status, delivery.Status));
        Assert.Contains("CHATLINEAGE_Slack__BotToken", bot.Fix, StringComparison.Ordinal);
        Assert.Contains("CHATLINEAGE_Slack__AppToken", delivery.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_taken_is_a_warning_and_a_free_one_is_fine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var options = Options();
        options.Mode = SlackMode.Http;
        options.ListenOn = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}/");

        Assert.Equal(ProbeStatus.Warning, (await new SlackDeliveryProbe(options).RunAsync(CancellationToken.None)).Status);
        taken.Stop();
        Assert.Equal(ProbeStatus.Ok, (await new SlackDeliveryProbe(options).RunAsync(CancellationToken.None)).Status);
    }

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    private SlackOptions Options() => new() { BotToken = "xoxb-secret", AppToken = "xapp-secret", ApiAddress = _slack.ApiAddress };
}
