using System.Collections.Concurrent;
using System.Globalization;
using ChatLineage.Chat.Platforms;
using ChatLineage.Discord;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Testing.Discord;
using ChatLineage.Testing.Discord.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Soak.Discord;

/// <summary>
/// Discord: half of the questions are mentions, half are commands; events come twice, connections are renewed, closed and broken, requests are
/// refused in every way, and answers to requests get lost. The 50 requests a second that Discord allows are lifted on both sides, since they
/// would be all that is measured.
/// </summary>
internal sealed class DiscordSoak : ISoakedService
{
    private const int AtOnce = 64;
    private const int Channels = 20_000;
    private const ulong FirstChannel = 5_000_000;

    // Each is asked by somebody else, so that nobody asks more than one person may.
    private const ulong FirstPerson = 1_000;
    private const ulong FirstQuestion = 2_000_000_000_000_000_000;

    private readonly DiscordServer _server;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly DiscordPlatform _platform;
    private readonly ConcurrentDictionary<int, string> _said = [];
    private int _posts;

    private DiscordSoak(DiscordServer server, int count)
    {
        _server = server;
        Ledger = new Ledger(count, AtOnce);
        server.Wire.KeepCalls = false;
        server.Kept = 4_000;
        server.Fault = FaultOf;
        server.Posted = Posted;
        var options = new DiscordOptions { Token = "soak" };
        var settings = new RestSettings("soak") { BaseAddress = server.Wire.RestAddress, PerSecond = 1_000_000 };
        var api = new DiscordApi(new RestClient(_http, settings, TimeProvider.System, Random.Shared.NextDouble, NullLogger.Instance));
        _platform = new DiscordPlatform(options, api, Random.Shared.NextDouble, TimeProvider.System, NullLogger.Instance);
    }

    public IChatPlatform Platform => _platform;

    public Ledger Ledger { get; }

    public FaultLog Faults { get; } = new();

    public string Connections =>
        $"{_server.Sessions.Identified} sessions begun, {_server.Sessions.Resumed} times gone on with; rules broken: {string.Join("; ", _server.Faults.Distinct().DefaultIfEmpty("none"))}";

    public static async Task<DiscordSoak> StartAsync(int count) => new(await DiscordServer.StartAsync(), count);

    public async Task AskAllAsync(CancellationToken cancellationToken)
    {
        for (var question = 0; question < Ledger.Count; question++)
        {
            await Ledger.RoomAsync(cancellationToken);
            Ask(question);
            await DisturbAsync(question + 1);
        }
    }

    public string Describe(int question) =>
        $"{(IsCommand(question) ? "command" : "mention")}, the bot said last: «{_said.GetValueOrDefault(question)}»";

    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private void Ask(int question)
    {
        var channel = FirstChannel + (ulong)(question % Channels);
        var id = FirstQuestion + (ulong)question;
        var author = FirstPerson + (ulong)question;
        Ledger.Ask(question);
        var text = string.Create(CultureInfo.InvariantCulture, $"What is model {question} built on?");
        var isCommand = IsCommand(question);
        var json = isCommand
            ? EventJson.Interaction(id, 2, Command(text), channel, author: author)
            : _server.MessageJson(id, $"<@{DiscordServer.Bot}> {text}", channel, author: author);
        if (isCommand)
            _server.Open(id, channel);
        _server.Dispatch(isCommand ? "INTERACTION_CREATE" : "MESSAGE_CREATE", json);
        if (question % 300 != 299)
            return;
        Faults.Note("event delivered twice");
        _server.Dispatch(isCommand ? "INTERACTION_CREATE" : "MESSAGE_CREATE", json);
    }

    private async Task DisturbAsync(int asked)
    {
        if (asked % 700 == 0)
        {
            Faults.Note("op 7");
            await _server.SendToAllAsync("""{"op":7,"d":null}""");
        }
        else if (asked % 20_000 == 5_000)
        {
            Faults.Note("connection broken");
            _server.BreakConnections();
        }
        else if (asked % 20_000 == 12_500)
        {
            Faults.Note("closed with 4000");
            await _server.CloseAllAsync(4000);
        }
        else if (asked % 20_000 == 17_500)
        {
            Faults.Note("op 9, resumable");
            await _server.SendToAllAsync("""{"op":9,"d":true}""");
        }
    }

    private RestAnswer? FaultOf(RestCall call)
    {
        if (call.Method is not ("POST" or "PATCH") || call.Path.EndsWith("/typing", StringComparison.Ordinal))
            return null;
        var number = Interlocked.Increment(ref _posts);
        if (number % 400 == 0)
            return Fault("429", RestAnswer.TooMany(0.5));
        if (number % 450 == 0)
            return Fault("429 shared", RestAnswer.TooMany(0.5, "shared"));
        if (number % 7000 == 0)
            return Fault("429 global", RestAnswer.TooMany(0.2, "global"));
        if (number % 1300 == 0)
            return Fault("503", RestAnswer.Error(503));
        if (number % 1100 != 0)
            return null;
        _server.Process(call);
        return Fault("answer lost of a request that was taken", RestAnswer.Broken);
    }

    private void Posted(PostedMessage message, bool isNew)
    {
        if (QuestionOf(message) is not { } question)
            return;
        if (isNew)
            Ledger.Post(question);
        if (message.Buttons.IsEmpty)
        {
            _said[question] = message.Content;
            return;
        }

        _said.TryRemove(question, out _);
        Ledger.Answer(question);
    }

    private int? QuestionOf(PostedMessage message)
    {
        // A command whose first response came too late is answered in the channel; the nonce tells which.
        var asked = message.Interaction ?? message.ReplyTo
            ?? (ulong.TryParse(message.Nonce, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        return asked >= FirstQuestion && asked - FirstQuestion < (ulong)Ledger.Count ? (int)(asked - FirstQuestion) : null;
    }

    private static string Command(string question) =>
        $$"""{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"{{question}}"}]}""";

    private static bool IsCommand(int question) => question % 2 == 1;

    private RestAnswer Fault(string name, RestAnswer answer)
    {
        Faults.Note(name);
        return answer;
    }
}
