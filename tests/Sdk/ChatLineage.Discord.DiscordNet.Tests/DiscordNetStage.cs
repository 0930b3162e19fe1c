using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Discord.DiscordNet.Tests;

/// <summary>The platform over Discord.Net against a Discord of this machine.</summary>
internal sealed class DiscordNetStage : PlatformStage
{
    private readonly DiscordNetPlatform _platform;
    private readonly Dictionary<string, ulong> _asked = [];

    private readonly TimeProvider _time;
    private readonly DiscordOptions _options;

    private DiscordNetStage(DiscordServer server, TimeProvider time, DiscordOptions options)
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

    public static async Task<DiscordNetStage> OpenAsync(TimeProvider? time = null, DiscordOptions? options = null) =>
        new(await DiscordServer.StartAsync(time), time ?? TimeProvider.System, options ?? new DiscordOptions());

    /// <summary>The platform of another run of the program.</summary>
    public DiscordNetPlatform Restart() => new(_options, _time, NullLogger<DiscordNetPlatform>.Instance);

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
        await Server.DisposeAsync();
        Assert.Empty(Server.Faults);
        await base.DisposeAsync();
    }

    private string Seen(Func<PostedMessage, bool> by) => string.Join(
        "\n\n",
        Server.Messages.Where(message => message.AuthorId == DiscordServer.Bot && !message.Deleted && by(message))
            .Select(message => string.Join('\n', [message.Content, .. message.Files.Select(file => $"{file.Name}: {file.Description}")])));
}
