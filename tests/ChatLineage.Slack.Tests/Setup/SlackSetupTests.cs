using ChatLineage.Slack.Setup;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.Tests.Setup;

public sealed class SlackSetupTests : IAsyncDisposable
{
    private const string Identity = """
        "team":"Team","team_id":"T1","user_id":"U1"
        """;

    private readonly ScriptedSlack _slack = ScriptedSlack.Start();
    private readonly HttpClient _http = new();

    [Fact]
    public async Task CheckBot_with_all_scopes_is_right()
    {
        _slack.Api = _ => ApiAnswer.Ok(Identity) with { Scopes = string.Join(',', SlackManifest.Scopes.Keys) };

        var finding = await Setup().CheckBotAsync(CancellationToken.None);

        Assert.True(finding.IsRight, finding.Message);
        Assert.Contains("Team", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBot_without_a_scope_names_it_and_the_manifest()
    {
        _slack.Api = _ => ApiAnswer.Ok(Identity) with { Scopes = string.Join(',', SlackManifest.Scopes.Keys.Where(scope => scope != "files:write")) };

        var finding = await Setup().CheckBotAsync(CancellationToken.None);

        Assert.False(finding.IsRight);
        Assert.Contains("files:write", finding.Message, StringComparison.Ordinal);
        Assert.Contains("chatlineage slack manifest", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBot_token_refused_says_which_one_to_set()
    {
        _slack.Api = _ => ApiAnswer.Error("invalid_auth");

        var finding = await Setup().CheckBotAsync(CancellationToken.None);

        Assert.Equal("Slack does not take the bot's token (invalid_auth).", finding.Message);
        Assert.Contains("CHATLINEAGE_Slack__BotToken", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing_scope", "CHATLINEAGE_Slack__AppToken")]
    [InlineData("internal_error", "slack-status.com")]
    public async Task CheckSocket_refused_says_what_to_do(string error, string fix)
    {
        _slack.Api = _ => ApiAnswer.Error(error);

        var finding = await Setup().CheckSocketAsync(CancellationToken.None);

        Assert.False(finding.IsRight);
        Assert.Contains(fix, finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckSocket_opened_is_right() => Assert.True((await Setup().CheckSocketAsync(CancellationToken.None)).IsRight);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _slack.DisposeAsync();
    }

    private SlackSetup Setup() => new(
        new SlackOptions { BotToken = "xoxb-1", AppToken = "xapp-1", ApiAddress = _slack.ApiAddress }, _http, new SteppedTime(), NullLogger<SlackSetup>.Instance);
}
