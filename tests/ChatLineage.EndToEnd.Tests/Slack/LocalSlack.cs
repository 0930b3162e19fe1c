using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using ChatLineage.Testing;

namespace ChatLineage.EndToEnd.Tests.Slack;

/// <summary>
/// local-slack (https://github.com/parvalabs/local-slack), a Slack that none of us wrote, as its own process on this machine. People act
/// and
/// look through the socket of its own page.
/// </summary>
internal sealed class LocalSlack : IAsyncDisposable
{
    public const string General = "C01GEN";
    public const string Alice = "U01ALICE";
    public const string Bob = "U02BOB";
    public const string Bot = "U0BOT";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;
    private readonly ClientWebSocket _page = new();
    private readonly List<JsonElement> _seen = [];
    private int _answered;

    private LocalSlack(TemporaryFolder folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    /// <summary>Where the server is once it is installed.</summary>
    public static string Program { get; } = Path.Combine(BuiltProgram.Root, "tests", "servers", "node_modules", "local-slack-linux-x64", "bin", "local-slack");

    private int Port { get; }

    /// <summary>Starts a workspace with a channel, two people and the bot.</summary>
    /// <param name="listenOn">Where the bot takes requests; null to have it open sockets.</param>
    public static async Task<LocalSlack> StartAsync(string? listenOn)
    {
        var folder = new TemporaryFolder();
        var port = FreePort();
        var config = folder.Write("config.yaml", $$"""
            workspace: { name: Test, domain: test, teamId: T01TEST }
            app: { appId: A01APP, botUserId: {{Bot}}, botName: chatlineage, botToken: xoxb-test-token, appToken: xapp-test-token,
                   signingSecret: test-signing-secret, mode: {{(listenOn is null ? "socket" : "events")}}, requestUrl: "{{listenOn ?? "http://127.0.0.1:1/"}}" }
            users:
              - { id: {{Alice}}, name: alice, real_name: Alice Anderson }
              - { id: {{Bob}}, name: bob, real_name: Bob Brown }
            channels:
              - { id: {{General}}, name: general, members: [{{Alice}}, {{Bob}}, {{Bot}}] }
            """);
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--config", config, "--port", port.ToString(CultureInfo.InvariantCulture), "--base-host", "127.0.0.1" })
            start.ArgumentList.Add(argument);
        start.Environment["BUN_OPTIONS"] = $"--preload={Path.Combine(BuiltProgram.Root, "tests", "servers", "loopback-for-bun.js")}";
        var slack = new LocalSlack(folder, Process.Start(start) ?? throw new InvalidOperationException("local-slack did not start."), port);
        while (await slack._process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit) is { } line && !line.Contains("mode", StringComparison.Ordinal))
        {
            // The list of apps comes last.
        }

        using var limit = new CancellationTokenSource(Patience.Limit);
        await slack._page.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ui"), limit.Token);
        return slack;
    }

    /// <summary>A port that nobody uses now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The settings with which the program finds it.</summary>
    public Dictionary<string, string> Settings(string database, string? listenOn)
    {
        var settings = new Dictionary<string, string>
        {
            ["CHATLINEAGE_Slack__BotToken"] = "xoxb-test-token",
            ["CHATLINEAGE_Slack__AppToken"] = "xapp-test-token",
            ["CHATLINEAGE_Slack__SigningSecret"] = "test-signing-secret",
            ["CHATLINEAGE_Slack__ApiAddress"] = $"http://127.0.0.1:{Port}/api/",
            ["CHATLINEAGE_Slack__Mode"] = listenOn is null ? "Socket" : "Http",
            ["CHATLINEAGE_Chat__Database"] = database,
        };
        if (listenOn is not null)
            settings["CHATLINEAGE_Slack__ListenOn"] = listenOn;
        return settings;
    }

    /// <summary>Somebody does something on the page.</summary>
    public async Task ActAsync(object action)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        await _page.SendAsync(JsonSerializer.SerializeToUtf8Bytes(action), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>Somebody writes in a channel; with their own id as the channel to the bot alone.</summary>
    public Task WriteAsync(string channel, string text, string? thread = null) =>
        ActAsync(new { t = "post_message", channel, user = Alice, text, thread_ts = thread });

    /// <summary>Somebody presses a button of a message.</summary>
    public Task PressAsync(JsonElement message, string actionId) => ActAsync(new
    {
        t = "block_action",
        channel = message.GetProperty("channel").GetString(),
        messageTs = message.GetProperty("ts").GetString(),
        user = Alice,
        action = new { type = "button", action_id = actionId, value = ButtonOf(message, actionId), action_ts = $"{Port}.{actionId}" },
    });

    /// <summary>Waits for the first thing on the page that fits, whether it came already or not.</summary>
    /// <param name="kind"><c>message</c>, <c>message_update</c>, <c>view</c>, <c>home</c>.</param>
    /// <param name="fits">What it must be.</param>
    public async Task<JsonElement> SeesAsync(string kind, Func<JsonElement, bool> fits)
    {
        for (var index = 0; ; index++)
        {
            while (index >= _seen.Count)
                _seen.Add(await ReadAsync());
            if (_seen[index].GetProperty("t").GetString() == kind && fits(_seen[index]))
                return _seen[index];
        }
    }

    /// <summary>Waits for a message of the bot, new or changed, that holds a text; one after those found before.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="whispered">True for one that only Alice sees.</param>
    public async Task<JsonElement> AnswersAsync(string text, bool whispered = false)
    {
        for (var index = _answered; ; index++)
        {
            while (index >= _seen.Count)
                _seen.Add(await ReadAsync());
            if (_seen[index].GetProperty("t").GetString() is "message" or "message_update"
                && _seen[index].GetProperty("message") is var message
                && message.TryGetProperty("bot_id", out _)
                && (message.TryGetProperty("ephemeral_to", out var to) && to.GetString() == Alice) == whispered
                && Shown(message).Contains(text, StringComparison.Ordinal))
            {
                _answered = index + 1;
                return message;
            }
        }
    }

    /// <summary>The messages of a channel as they are now.</summary>
    public async Task<JsonElement[]> MessagesAsync(string channel)
    {
        using var http = new HttpClient();
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/_control/messages/{channel}")));
        return [.. document.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.Clone())];
    }

    /// <summary>What a person reads of a message.</summary>
    public static string Shown(JsonElement message) =>
        message.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array && blocks.GetArrayLength() > 0
        ? blocks.GetRawText()
        : message.GetProperty("text").GetString() ?? "";

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string ButtonOf(JsonElement message, string actionId) => message.GetProperty("blocks").EnumerateArray()
        .Where(block => block.GetProperty("type").GetString() == "actions")
        .SelectMany(block => block.GetProperty("elements").EnumerateArray())
        .Single(button => button.GetProperty("action_id").GetString() == actionId).GetProperty("value").GetString()!;

    private async Task<JsonElement> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _page.ReceiveAsync(buffer.AsMemory(), limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("local-slack closed its page.");
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonDocument.Parse(whole.ToArray()).RootElement;
        }
    }
}
