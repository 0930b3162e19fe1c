using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>The API of <see cref="DiscordServer"/>.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class RestSide
{
    private readonly Lock _lock = new();
    private readonly DiscordServer _server;
    private readonly Messages _messages;
    private readonly Interactions _interactions;

    public RestSide(DiscordServer server, TimeProvider time)
    {
        _server = server;
        _messages = new Messages(server);
        _interactions = new Interactions(server, _messages, time);
    }

    public int Typings { get; private set; }

    public IReadOnlyList<PostedMessage> Messages => Locked<IReadOnlyList<PostedMessage>>(() => [.. _messages.All]);

    public PostedMessage? Find(ulong id) => Locked(() => _messages.Find(id));

    public void Add(PostedMessage message) => Locked(() => _messages.Set(message));

    public void Delete(ulong id) => Locked(() => _messages.Remove(id));

    public void ForgetNonces()
    {
        lock (_lock)
            _messages.ForgetNonces();
    }

    public void Open(ulong id, ulong channel)
    {
        lock (_lock)
            _interactions.Open(id, channel);
    }

    public (int Type, JsonElement Data)? ResponseTo(ulong interaction) => Locked(() => _interactions.ResponseTo(interaction));

    public RestAnswer Answer(RestCall call)
    {
        var answer = Locked(() => Route(call, call.Path.Trim('/').Split('/')));
        _server.Changed();
        return answer;
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock)
            return act();
    }

    private RestAnswer Route(RestCall call, string[] path) => (call.Method, path) switch
    {
        ("GET", ["gateway", "bot"]) => RestAnswer.Ok(ServerJson.Gateway(_server.Wire.GatewayAddress)),
        ("GET", ["applications", "@me"] or ["oauth2", "applications", "@me"]) => RestAnswer.Ok(ServerJson.Application(_server.ApplicationFlags)),
        ("GET", ["users", "@me"]) => RestAnswer.Ok($$"""{"id":"{{DiscordServer.Bot}}","username":"lineage","bot":true}"""),
        ("GET", ["users", "@me", "guilds"]) => RestAnswer.Ok(ServerJson.Guilds(_server.Permissions)),
        ("GET", ["users", var user]) => RestAnswer.Ok($$"""{"id":"{{user}}","username":"ada"}"""),
        ("POST", ["users", "@me", "channels"]) => RestAnswer.Ok(ServerJson.Channel(DiscordServer.Direct)),
        ("GET", ["channels", var channel]) => RestAnswer.Ok(ServerJson.Channel(Number(channel))),
        ("GET", ["applications", _, .., "commands"]) => RestAnswer.Ok(_server.Commands),
        ("PUT", ["applications", _, .., "commands"]) => RestAnswer.Ok(_server.Commands = call.Body.GetRawText()),
        ("POST", ["channels", _, "typing"]) => Typed(),
        ("GET", ["channels", var channel, "messages"]) => _messages.List(Number(channel), call.After),
        ("POST", ["channels", var channel, "messages"]) => _messages.Create(call, Number(channel)),
        ("PATCH", ["channels", _, "messages", var id]) => _messages.Edit(call, Number(id)),
        ("DELETE", ["channels", _, "messages", var id]) => _messages.Remove(Number(id)),
        ("POST", ["interactions", var id, var token, "callback"]) => _interactions.Respond(call, Number(id), token),
        ("POST", ["webhooks", _, var token]) => _interactions.FollowUp(call, token),
        ("PATCH", ["webhooks", _, var token, "messages", "@original"]) => _interactions.EditOriginal(call, token),
        ("DELETE", ["webhooks", _, var token, "messages", "@original"]) => _interactions.RemoveOriginal(token),
        _ => RestAnswer.Error(404),
    };

    private RestAnswer Typed()
    {
        Typings++;
        return new RestAnswer(204, "");
    }

    private static ulong Number(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
