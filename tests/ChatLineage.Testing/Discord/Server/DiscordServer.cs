using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>
/// A Discord that behaves as documented (discord-api-docs c98d64b): gateway sessions with resume and replay, messages with nonces, edits,
/// commands, buttons, forms, and the rules that a bot must keep. What the bot does against them is collected in <see cref="Faults"/>.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class DiscordServer : IAsyncDisposable
{
    /// <summary>The bot.</summary>
    public const ulong Bot = 7;

    /// <summary>The bot's application.</summary>
    public const ulong Application = 8;

    /// <summary>The server.</summary>
    public const ulong Guild = 100;

    /// <summary>The role that Discord made for the bot in the server.</summary>
    public const ulong BotRole = 901;

    /// <summary>A text channel of the server.</summary>
    public const ulong Channel = 200;

    /// <summary>A thread of that channel.</summary>
    public const ulong Thread = 300;

    /// <summary>The direct conversation with <see cref="Person"/>.</summary>
    public const ulong Direct = 400;

    /// <summary>Somebody.</summary>
    public const ulong Person = 500;

    private readonly ScriptedDiscord _wire;
    private readonly GatewaySide _gateway;
    private readonly RestSide _rest;
    private long _lastId = 1_000_000_000_000_000_000;

    private DiscordServer(ScriptedDiscord wire, TimeProvider time)
    {
        _wire = wire;
        _gateway = new GatewaySide(this);
        _rest = new RestSide(this, time);
        wire.Rest = call => Fault(call) ?? _rest.Answer(call);
        wire.Gateway = _gateway.ServeAsync;
    }

    /// <summary>Answers a request in place of the server; null to let the server answer. For faults.</summary>
    public Func<RestCall, RestAnswer?> Fault { get; set; } = _ => null;

    /// <summary>The flags of the application; by default message content is switched on.</summary>
    public int ApplicationFlags { get; set; } = 1 << 19;

    /// <summary>The bot's permissions in the server, as it is told of them.</summary>
    public string Permissions { get; set; } = "0";

    /// <summary>Called with each message of the bot as it is made (true) or changed (false).</summary>
    public Action<PostedMessage, bool> Posted { get; set; } = (_, _) => { };

    /// <summary>How many messages and interactions are kept, and how many events; the oldest are forgotten. For long runs.</summary>
    public int Kept { get; set; } = int.MaxValue;

    /// <summary>Called after anything that people could see has changed.</summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>The wire below.</summary>
    public ScriptedDiscord Wire => _wire;

    /// <summary>What the bot did against the rules.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Every message, oldest first.</summary>
    public IReadOnlyList<PostedMessage> Messages => _rest.Messages;

    /// <summary>The commands that the bot has registered, as JSON.</summary>
    public string Commands { get; set; } = "[]";

    /// <summary>How often the bot was seen typing.</summary>
    public int Typings => _rest.Typings;

    /// <summary>How many gateway sessions were begun, and how many went on.</summary>
    public (int Identified, int Resumed) Sessions => (_gateway.Identified, _gateway.Resumed);

    /// <summary>Starts the server.</summary>
    public static async Task<DiscordServer> StartAsync(TimeProvider? time = null) => new(await ScriptedDiscord.StartAsync(), time ?? TimeProvider.System);

    /// <summary>Somebody writes.</summary>
    /// <param name="text">The text; <c>@bot</c> in it becomes a mention.</param>
    /// <param name="channel">Where.</param>
    /// <param name="replyTo">A message that it replies to.</param>
    /// <param name="author">Who.</param>
    /// <returns>The id of the message.</returns>
    public ulong Say(string text, ulong channel = Channel, ulong? replyTo = null, ulong author = Person)
    {
        var id = NextId();
        var content = text.Replace("@bot", $"<@{Bot}>", StringComparison.Ordinal);
        _rest.Add(new PostedMessage(id, channel, author, content) { ReplyTo = replyTo });
        Dispatch("MESSAGE_CREATE", MessageJson(id, content, channel, replyTo, author));
        return id;
    }

    /// <summary>Delivers an event; again and again if need be.</summary>
    public void Dispatch(string name, string json) => _gateway.Dispatch(name, json);

    /// <summary>The event of a message. Who and what it mentions is read from its text.</summary>
    public string MessageJson(ulong id, string content, ulong channel = Channel, ulong? replyTo = null, ulong author = Person) =>
        EventJson.Message(id, content, channel, replyTo is { } other ? _rest.Find(other) : null, author);

    /// <summary>Somebody deletes a message.</summary>
    public void Delete(ulong message)
    {
        _rest.Delete(message);
        Dispatch("MESSAGE_DELETE", $$"""{"id":"{{message}}","channel_id":"{{Channel}}"}""");
    }

    /// <summary>Somebody uses a slash command.</summary>
    /// <param name="name">The command.</param>
    /// <param name="options">Its options, as JSON.</param>
    /// <param name="channel">Where.</param>
    /// <returns>The id of the interaction.</returns>
    public ulong Use(string name, string? options = null, ulong channel = Channel) =>
        Interact(2, $$"""{"id":"1","name":"{{name}}","type":1{{(options is null ? "" : $",\"options\":{options}")}} }""", channel);

    /// <summary>Something interactive happens.</summary>
    /// <param name="type">2 command, 3 button, 4 autocomplete, 5 form.</param>
    /// <param name="data">The data, as JSON.</param>
    /// <param name="channel">Where.</param>
    /// <returns>The id of the interaction.</returns>
    public ulong Interact(int type, string data, ulong channel = Channel) => Interact(type, data, channel, "");

    private ulong Interact(int type, string data, ulong channel, string more)
    {
        var id = NextId();
        _rest.Open(id, channel);
        Dispatch("INTERACTION_CREATE", EventJson.Interaction(id, type, data, channel, more));
        return id;
    }

    /// <summary>Somebody presses the button whose id begins so; null when no message has it.</summary>
    public ulong? Press(string customIdStart)
    {
        var (message, custom) = Messages.Reverse().SelectMany(message => message.Buttons.Select(button => (message, button.CustomId)))
            .FirstOrDefault(pressed => pressed.CustomId.StartsWith(customIdStart, StringComparison.Ordinal));
        return custom is null ? null : Interact(3, $$"""{"custom_id":"{{custom}}","component_type":2}""", Channel, $$""","message":{{ServerJson.Of(message)}}""");
    }

    /// <summary>Somebody fills in the form that came up for an interaction, and sends it.</summary>
    public ulong Submit(JsonElement form, string text)
    {
        // Fields stand under labels or, as older clients have it, in rows; they come back as they were sent.
        var place = form.GetProperty("components")[0];
        var isRow = place.GetProperty("type").GetInt32() == 1;
        var field = isRow ? place.GetProperty("components")[0] : place.GetProperty("component");
        var filled = $$"""{"type":4,"custom_id":"{{field.GetProperty("custom_id").GetString()}}","value":{{ServerJson.Text(text)}}}""";
        var sent = isRow ? $$"""{"type":1,"components":[{{filled}}]}""" : $$"""{"type":18,"component":{{filled}}}""";
        return Interact(5, $$"""{"custom_id":"{{form.GetProperty("custom_id").GetString()}}","components":[{{sent}}]}""");
    }

    /// <summary>The first response to an interaction: its kind and content; null as long as there is none.</summary>
    public (int Type, JsonElement Data)? ResponseTo(ulong interaction) => _rest.ResponseTo(interaction);

    /// <summary>An id for something that a test makes itself.</summary>
    public ulong Reserve() => NextId();

    /// <summary>Lets the bot respond to an interaction that a test makes itself.</summary>
    public void Open(ulong interaction, ulong channel) => _rest.Open(interaction, channel);

    /// <summary>Answers a request as the server does, whatever <see cref="Fault"/> says; for answers that get lost.</summary>
    public RestAnswer Process(RestCall call) => _rest.Answer(call);

    /// <summary>Minutes go by: a nonce no longer keeps a message from being made twice.</summary>
    public void ForgetNonces() => _rest.ForgetNonces();

    /// <summary>Breaks every connection without a word.</summary>
    public void BreakConnections() => _gateway.BreakAll();

    /// <summary>Sends a payload to every connection.</summary>
    public Task SendToAllAsync(string json) => _gateway.SendToAllAsync(json);

    /// <summary>Closes every connection with a code.</summary>
    public Task CloseAllAsync(int code) => _gateway.CloseAllAsync(code);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    internal static string TokenOf(ulong interaction) => $"token-of-{interaction}";

    internal static ulong? InteractionOf(string token) =>
        ulong.TryParse(token.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    internal ulong NextId() => (ulong)Interlocked.Increment(ref _lastId);
}
