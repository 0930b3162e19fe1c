using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>The interactions of <see cref="DiscordServer"/>: a first response within three seconds, more within fifteen minutes.</summary>
/// <remarks>Used under the lock of <see cref="RestSide"/>.</remarks>
internal sealed class Interactions(DiscordServer server, Messages messages, TimeProvider time)
{
    private const int Ephemeral = 1 << 6;

    private static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly Dictionary<ulong, OpenInteraction> _open = [];
    private readonly Queue<ulong> _ages = [];

    public void Open(ulong id, ulong channel)
    {
        _open[id] = new OpenInteraction(id, DiscordServer.TokenOf(id), channel, time.GetUtcNow());
        _ages.Enqueue(id);
        if (_ages.Count > server.Kept)
            _open.Remove(_ages.Dequeue());
    }

    public (int Type, JsonElement Data)? ResponseTo(ulong interaction) => _open[interaction] is { Responded: { } type } open
        ? (type, open.Response is null ? default : JsonDocument.Parse(open.Response).RootElement)
        : null;

    public RestAnswer Respond(RestCall call, ulong id, string token)
    {
        if (!_open.TryGetValue(id, out var open) || open.Token != token)
            return RestAnswer.Error(404, 10062);
        if (open.Responded is not null)
            return RestAnswer.Error(400, 40060);
        if (time.GetUtcNow() - open.At > FirstResponse)
            return RestAnswer.Error(404, 10062);
        var type = call.Body.GetProperty("type").GetInt32();
        var data = call.Body.TryGetProperty("data", out var content) ? content : default;
        (open.Responded, open.Response) = (type, data.ValueKind == JsonValueKind.Undefined ? null : data.GetRawText());
        if (type is 4 or 5)
        {
            var message = NewMessage(open, data);
            messages.Put(type == 4 ? messages.Read(call with { Body = data }, message) : message);
            (open.Original, open.Waiting) = (message.Id, type == 5);
        }

        return new RestAnswer(204, "");
    }

    public RestAnswer EditOriginal(RestCall call, string token) => WithToken(token, open => EditOriginal(call, open));

    public RestAnswer RemoveOriginal(string token) => WithToken(token, open => messages.Remove(open.Original ?? 0));

    public RestAnswer FollowUp(RestCall call, string token) => WithToken(token, open =>
        open is { Waiting: true, Original: { } original } && messages.Find(original) is { Deleted: false }
            ? EditOriginal(call, open)
            : messages.Put(messages.Read(call, NewMessage(open, call.Body) with { FirstResponse = open.Original })));

    private RestAnswer EditOriginal(RestCall call, OpenInteraction open)
    {
        open.Waiting = false;
        return messages.Edit(call, open.Original ?? 0);
    }

    private RestAnswer WithToken(string token, Func<OpenInteraction, RestAnswer> answer)
    {
        var open = DiscordServer.InteractionOf(token) is { } id ? _open.GetValueOrDefault(id) : null;
        return open is { Responded: not null } && time.GetUtcNow() - open.At <= TokenLife ? answer(open) : RestAnswer.Error(404, 10015);
    }

    private PostedMessage NewMessage(OpenInteraction open, JsonElement body) => new(server.NextId(), open.ChannelId, DiscordServer.Bot, "")
    {
        Interaction = open.Id,
        Ephemeral = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("flags", out var flags) && (flags.GetInt32() & Ephemeral) != 0,
    };
}
