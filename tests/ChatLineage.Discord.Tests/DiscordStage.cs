using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Discord.Tests;

/// <summary>The platform against a Discord of this machine.</summary>
internal sealed class DiscordStage : PlatformStage
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly DiscordPlatform _platform;
    private readonly Dictionary<string, ulong> _asked = [];

    private readonly TimeProvider _time;
    private readonly DiscordOptions _options;

    private DiscordStage(DiscordServer server, TimeProvider time, DiscordOptions options)
    {
        (Server, _time, _options) = (server, time, options);
        server.Changed = NoteChange;
        options.Token = "token";
        options.ApiAddress = server.Wire.RestAddress;
        _platform = Restart();
    }

    public DiscordServer Server { get; }

    public override IChatPlatform Platform => _platform;

    public override string Visible => Seen(_ => true);

    public override string VisibleToOthers => Seen(message => !message.Ephemeral);

    public override string ChannelId => $"{DiscordServer.Channel}";

    public static async Task<DiscordStage> OpenAsync(TimeProvider? time = null, DiscordOptions? options = null) =>
        new(await DiscordServer.StartAsync(time), time ?? TimeProvider.System, options ?? new DiscordOptions());

    /// <summary>What the bot has said, without what was taken away again.</summary>
    public IReadOnlyList<PostedMessage> Answers => [.. Server.Messages.Where(message => message.AuthorId == DiscordServer.Bot && !message.Deleted)];

    /// <summary>The platform of another run of the program.</summary>
    public DiscordPlatform Restart() =>
        new(_options, DiscordPlatform.ApiOf(_options, _http, _time, NullLogger.Instance), () => 0.5, _time, NullLogger.Instance);

    /// <summary>Somebody asks in the channel.</summary>
    public Task<IncomingMessage> AskAsync(PlatformRun run)
    {
        Server.Say("@bot What is Alpaca built on?");
        return run.NextMessageAsync();
    }

    /// <summary>Somebody asks in the channel, and the reply begins.</summary>
    public async Task<IPendingReply> BeginAsync(PlatformRun run) =>
        await _platform.BeginReplyAsync(await AskAsync(run), Audience.Everybody, CancellationToken.None);

    public override void Ask(string text) => _asked[text] = Server.Say(text, DiscordServer.Direct);

    public override void AskInPrivate(string text) =>
        Server.Use("ask", $$"""[{"name":"question","type":3,"value":"{{text}}"},{"name":"private","type":5,"value":true}]""");

    public override void Withdraw(string question) => Server.Delete(_asked[question]);

    public override async Task PressAsync(AnswerAction action, string comment)
    {
        var id = Server.Press(Actions.AnswerButtons.IdOf(action, "")) ?? throw new InvalidOperationException($"There is no button {action}.");
        if (action is AnswerAction.NotUseful or AnswerAction.AskMaintainer)
            Server.Submit((await ResponseAsync(id)).Data, comment);
    }

    /// <summary>The first response to an interaction.</summary>
    public async Task<(int Type, System.Text.Json.JsonElement Data)> ResponseAsync(ulong interaction)
    {
        await Server.Wire.CallAsync(call => call.Path.StartsWith($"/interactions/{interaction}/", StringComparison.Ordinal));
        return Server.ResponseTo(interaction) ?? throw new InvalidOperationException("The server did not take the response.");
    }

    public override async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        _http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(Server.Faults);
        await base.DisposeAsync();
    }

    private string Seen(Func<PostedMessage, bool> by) => string.Join(
        "\n\n",
        Answers.Where(by)
            .Select(message => string.Join('\n', [message.Content, .. message.Files.Select(file => $"{file.Name}: {file.Description}")])));
}
