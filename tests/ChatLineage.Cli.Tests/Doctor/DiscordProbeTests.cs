using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatLineage.Cli.Doctor;
using ChatLineage.Cli.Doctor.Discord;
using ChatLineage.Discord;
using ChatLineage.Discord.Setup;
using ChatLineage.Testing.Discord;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.Cli.Tests.Doctor;

/// <summary>What the doctor says of Discord, for each thing that can be wrong: what it is, and what to do.</summary>
public sealed class DiscordProbeTests : IAsyncLifetime
{
    private const string TokenOfRightForm = "MTA5ODc2NTQzMjEwOTg3NjU0.GaBcDe.abcdefghijklmnopqrstuvwxyz";

    private DiscordServer _discord = null!;

    public async Task InitializeAsync() => _discord = await DiscordServer.StartAsync();

    public async Task DisposeAsync() => await _discord.DisposeAsync();

    [Fact]
    public async Task No_token_skips_all_and_says_what_to_set()
    {
        var found = await LookAsync(new DiscordOptions());

        Assert.All(found.Values, result => Assert.Equal(ProbeStatus.Skipped, result.Status));
        Assert.Contains("CHATLINEAGE_Discord__Token", found["discord token"].Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret", "does not have the form of one")]
    [InlineData(TokenOfRightForm, "was reset or belongs to something else")]
    public async Task Token_refused_fails_and_skips_the_rest(string token, string why)
    {
        _discord.Fault = _ => RestAnswer.Error(401);

        var found = await LookAsync(Options(token));

        AssertFound(found["discord token"], ProbeStatus.Failed, why, "Bot > Token");
        Assert.DoesNotContain(token, found["discord token"].Message + found["discord token"].Fix, StringComparison.Ordinal);
        Assert.All(found.Where(each => each.Key != "discord token"), each => Assert.Equal(ProbeStatus.Skipped, each.Value.Status));
    }

    [Fact]
    public async Task Api_that_something_else_answers_fails_with_what_to_check()
    {
        _discord.Fault = _ => new RestAnswer(403, "<html>blocked by the proxy</html>");

        AssertFound((await LookAsync())["discord token"], ProbeStatus.Failed, "403", "HTTPS_PROXY");
    }

    [Fact]
    public async Task Discord_that_is_away_says_also_that_the_token_has_not_the_form_of_one()
    {
        var options = Options("abc");
        options.ApiAddress = new Uri($"http://127.0.0.1:{ClosedPort()}/api/v10");

        AssertFound((await LookAsync(options))["discord token"], ProbeStatus.Failed, "three parts with dots", "Bot > Token");
    }

    [Theory]
    [InlineData(null, ProbeStatus.Warning, "Message Content Intent is off")]
    [InlineData(true, ProbeStatus.Failed, "Discord will refuse the bot")]
    public async Task Intent_off_in_the_portal_says_what_is_lost_and_where_to_switch_it_on(bool? wanted, object status, string what)
    {
        _discord.ApplicationFlags = 0;
        var options = Options();
        options.MessageContent = wanted;

        AssertFound((await LookAsync(options))["discord intents"], (ProbeStatus)status, what, "Privileged Gateway Intents");
    }

    [Fact]
    public async Task Permissions_missing_are_named_with_the_server_and_the_link()
    {
        // View Channels and Send Messages.
        _discord.Permissions = "3072";

        var servers = (await LookAsync())["discord servers"];

        AssertFound(servers, ProbeStatus.Warning, "Lineage (Attach Files, Read Message History, Send Messages in Threads)", DiscordSetup.InviteLink("8").ToString());
        Assert.DoesNotContain("Send Messages,", servers.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_in_no_server_gives_the_link()
    {
        _discord.Fault = call => call.Is("GET", "/users/@me/guilds") ? RestAnswer.Ok("[]") : null;

        AssertFound((await LookAsync())["discord servers"], ProbeStatus.Warning, "in no server", "https://discord.com/oauth2/authorize?client_id=8");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"id":"1","application_id":"8","version":"1","type":1,"name":"old","description":"of an older version"}]""")]
    public async Task Commands_missing_or_old_say_how_to_register(string known)
    {
        _discord.Commands = known;

        AssertFound((await LookAsync())["discord commands"], ProbeStatus.Warning, "not those of this version", "chatlineage discord register");
    }

    [Fact]
    public async Task Gateway_that_cannot_be_reached_fails_with_the_address_to_allow()
    {
        var options = Options();
        options.GatewayAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{ClosedPort()}/"));

        AssertFound((await LookAsync(options))["discord gateway"], ProbeStatus.Failed, "cannot be reached", "wss://gateway.discord.gg");
    }

    [Fact]
    public async Task Session_starts_nearly_used_up_are_a_warning()
    {
        _discord.Fault = call => call.Is("GET", "/gateway/bot")
            ? RestAnswer.Ok($$"""
                {"session_start_limit":{"total":1000,"remaining":50,"reset_after":1000,"max_concurrency":1},"shards":1,"url":"{{_discord.Wire.GatewayAddress}}"}
                """)
            : null;

        AssertFound((await LookAsync())["discord gateway"], ProbeStatus.Warning, "Only 50 of 1000", "resets the token");
    }

    [Theory]
    [InlineData("https://example.org/interactions", false, ProbeStatus.Failed, "where this program does not listen", "Interactions Endpoint URL")]
    [InlineData(null, true, ProbeStatus.Warning, "Discord does not send anything there", "Interactions Endpoint URL")]
    public async Task Interactions_that_go_elsewhere_say_what_to_set(string? url, bool hasKey, object status, string what, string fix)
    {
        _discord.Fault = call => call.Is("GET", "/applications/@me")
            ? RestAnswer.Ok($$"""{"id":"8","name":"ChatLineage","interactions_endpoint_url":{{(url is null ? "null" : $"\"{url}\"")}}}""")
            : null;
        var options = Options();
        options.PublicKey = hasKey ? new string('a', 64) : null;

        AssertFound((await LookAsync(options))["discord interactions"], (ProbeStatus)status, what, fix);
    }

    [Fact]
    public async Task Request_refused_on_the_way_fails_that_probe_alone()
    {
        _discord.Fault = call => call.Path.EndsWith("/commands", StringComparison.Ordinal) ? RestAnswer.Error(403) : null;

        var found = await LookAsync();

        AssertFound(found["discord commands"], ProbeStatus.Failed, "403", "https://discordstatus.com");
        Assert.Equal(ProbeStatus.Ok, found["discord gateway"].Status);
    }

    [Fact]
    public async Task Request_that_Discord_itself_refuses_says_what_to_do_and_not_to_check_the_network()
    {
        _discord.Fault = call => call.Path.EndsWith("/commands", StringComparison.Ordinal) ? RestAnswer.Error(403, 50001) : null;

        var result = (await LookAsync())["discord commands"];

        AssertFound(result, ProbeStatus.Failed, "invite it", "run this again");
        Assert.DoesNotContain("network", result.Fix, StringComparison.Ordinal);
    }

    private static void AssertFound(ProbeResult result, ProbeStatus status, string what, string fix)
    {
        Assert.Equal(status, result.Status);
        Assert.Contains(what, result.Message, StringComparison.Ordinal);
        Assert.Contains(fix, result.Fix, StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private DiscordOptions Options(string token = TokenOfRightForm) => new() { Token = token, ApiAddress = _discord.Wire.RestAddress };

    private async Task<Dictionary<string, ProbeResult>> LookAsync(DiscordOptions? options = null)
    {
        var found = new Dictionary<string, ProbeResult>();
        foreach (var probe in DiscordProbes.All(options ?? Options()))
            found[probe.Name] = await probe.RunAsync(CancellationToken.None);
        return found;
    }
}
