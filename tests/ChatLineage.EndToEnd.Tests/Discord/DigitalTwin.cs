using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ChatLineage.Testing;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>
/// discord-digital-twin (https://github.com/remorses/kimaki, folder discord-digital-twin), a Discord that none of us wrote, as its own process
/// on this machine. <c>tests/servers/discord-twin.js</c> starts it, acts as the people and tells what happens.
/// </summary>
internal sealed class DigitalTwin : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly List<JsonElement> _seen = [];
    private JsonElement _start;
    private int _acts;

    private DigitalTwin(Process process) => _process = process;

    /// <summary>True when it and node are there.</summary>
    public static bool IsInstalled { get; } = Directory.Exists(Path.Combine(Servers, "node_modules", "discord-digital-twin")) && NodeIsThere();

    public string Channel => _start.GetProperty("channel").GetString()!;

    public string Bot => _start.GetProperty("bot").GetString()!;

    private static string Servers => Path.Combine(BuiltProgram.Root, "tests", "servers");

    private string Api => _start.GetProperty("rest").GetString()!;

    /// <summary>Starts a server with a channel, a person and the bot.</summary>
    public static async Task<DigitalTwin> StartAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Servers, "discord-twin.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var twin = new DigitalTwin(Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
        twin._start = await twin.ReadAsync();
        return twin;
    }

    /// <summary>The settings with which the program finds it.</summary>
    public Dictionary<string, string> Settings(string database) => new()
    {
        ["CHATLINEAGE_Discord__Token"] = _start.GetProperty("token").GetString()!,
        ["CHATLINEAGE_Discord__ApiAddress"] = Api,
        ["CHATLINEAGE_Chat__Database"] = database,
    };

    /// <summary>Somebody writes; gives the id of the message.</summary>
    public async Task<string> SayAsync(string channel, string text) => Id(await ActAsync("say", new() { ["channel"] = channel, ["text"] = text }));

    /// <summary>Somebody uses a slash command; gives the id of the interaction.</summary>
    public async Task<string> UseAsync(string name, params (string Name, string Value)[] options) => Id(await ActAsync("use", new()
    {
        ["channel"] = Channel,
        ["name"] = name,
        ["options"] = options.Select(option => new { name = option.Name, type = 3, value = option.Value }),
    }));

    /// <summary>Somebody presses the button of a message whose id begins so; gives the id of the interaction.</summary>
    public async Task<string> PressAsync(JsonElement message, string buttonStart)
    {
        var button = message.GetProperty("components").EnumerateArray().SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Select(button => button.GetProperty("custom_id").GetString()!).Single(id => id.StartsWith(buttonStart, StringComparison.Ordinal));
        return Id(await ActAsync("press", new() { ["channel"] = Channel, ["button"] = button }));
    }

    /// <summary>Somebody fills in the form that came up, and sends it.</summary>
    public Task SubmitAsync(JsonElement form, string text)
    {
        // Fields stand under labels or, as older clients have it, in rows.
        var place = form.GetProperty("components")[0];
        var field = place.TryGetProperty("component", out var labelled) ? labelled : place.GetProperty("components")[0];
        return ActAsync("submit", new()
        {
            ["channel"] = Channel,
            ["form"] = form.GetProperty("custom_id").GetString()!,
            ["fields"] = new[] { new { customId = field.GetProperty("custom_id").GetString(), value = text } },
        });
    }

    /// <summary>Somebody begins a thread at a message; gives its id.</summary>
    public async Task<string> BeginThreadAsync(string message, string name)
    {
        var made = await _http.PostAsJsonAsync(new Uri($"{Api}/channels/{Channel}/messages/{message}/threads"), new { name });
        return Id(await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Waits for the first response to an interaction: its kind and content.</summary>
    public async Task<(int Type, JsonElement Data)> ResponseAsync(string interaction)
    {
        var response = await ActAsync("response", new() { ["interaction"] = interaction });
        return (response.GetProperty("type").GetInt32(), response.GetProperty("data"));
    }

    /// <summary>Waits for a message of the bot, new or changed, that fits, whether it came already or not.</summary>
    public async Task<JsonElement> SeesAsync(Func<JsonElement, bool> fits)
    {
        for (var index = 0; ; index++)
        {
            while (index >= _seen.Count)
                await ReadAsync();
            if (_seen[index].TryGetProperty("event", out var name) && name.GetString() is "MESSAGE_CREATE" or "MESSAGE_UPDATE"
                && _seen[index].GetProperty("data") is var message
                && message.GetProperty("author").GetProperty("id").GetString() == Bot && fits(message))
            {
                return message;
            }
        }
    }

    /// <summary>Waits for a message of the bot that holds a text.</summary>
    public Task<JsonElement> SeesAsync(string text) => SeesAsync(message => Holds(message, text));

    /// <summary>How often the bot made a message that refers to another one.</summary>
    public int RepliesTo(string message) => _seen.Count(line => line.TryGetProperty("event", out var name) && name.GetString() == "MESSAGE_CREATE"
        && line.GetProperty("data").TryGetProperty("message_reference", out var reference) && reference.GetProperty("message_id").GetString() == message);

    /// <summary>True when a message holds a text.</summary>
    public static bool Holds(JsonElement message, string text) => message.GetProperty("content").GetString()!.Contains(text, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;

    private static bool NodeIsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private async Task<JsonElement> ActAsync(string action, Dictionary<string, object> with)
    {
        var number = (++_acts).ToString(CultureInfo.InvariantCulture);
        (with["action"], with["number"]) = (action, number);
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(with));
        await _process.StandardInput.FlushAsync();
        while (true)
        {
            if (await ReadAsync() is var line && line.TryGetProperty("done", out var done) && done.GetString() == number)
                return line.GetProperty("result");
        }
    }

    private async Task<JsonElement> ReadAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit * 2)
            ?? throw new InvalidOperationException("discord-digital-twin has ended.");
        _seen.Add(JsonDocument.Parse(line).RootElement);
        return _seen[^1];
    }
}
