using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>The messages of <see cref="DiscordServer"/>, and what the bot makes of its own.</summary>
/// <remarks>Used under the lock of <see cref="RestSide"/>.</remarks>
internal sealed class Messages(DiscordServer server)
{
    private readonly Dictionary<ulong, PostedMessage> _messages = [];
    private readonly Dictionary<(ulong Channel, string Nonce), ulong> _nonces = [];
    private readonly Queue<ulong> _ages = [];

    public IEnumerable<PostedMessage> All => _messages.Values.OrderBy(message => message.Id);

    public PostedMessage? Find(ulong id) => _messages.GetValueOrDefault(id);

    public void ForgetNonces() => _nonces.Clear();

    /// <summary>Keeps a message as it is now.</summary>
    /// <returns>True when there was none with its id.</returns>
    public bool Set(PostedMessage message)
    {
        var isNew = !_messages.ContainsKey(message.Id);
        _messages[message.Id] = message;
        if (isNew)
            ForgetOldest(message.Id);
        return isNew;
    }

    /// <summary>What everybody who is in a channel can read there after a message.</summary>
    public RestAnswer List(ulong channel, ulong after) => RestAnswer.Ok(
        $"[{string.Join(',', All.Where(message => message.ChannelId == channel && message.Id > after && !message.Deleted && !message.Ephemeral).Select(ServerJson.Of))}]");

    public RestAnswer Create(RestCall call, ulong channel)
    {
        var nonce = call.Text("nonce");
        var enforced = call.Body.TryGetProperty("enforce_nonce", out var enforce) && enforce.GetBoolean();
        if (nonce is { Length: > 25 })
            server.Faults.Enqueue($"a nonce of {nonce.Length} characters");
        if (enforced && nonce is not null && _nonces.TryGetValue((channel, nonce), out var known) && _messages.TryGetValue(known, out var first))
            return RestAnswer.Ok(ServerJson.Of(first));
        var message = Read(call, new PostedMessage(server.NextId(), channel, DiscordServer.Bot, "") { Nonce = nonce });
        if (nonce is not null)
            _nonces[(channel, nonce)] = message.Id;
        return Put(message);
    }

    public RestAnswer Edit(RestCall call, ulong id) => _messages.TryGetValue(id, out var message) && !message.Deleted
        ? message.AuthorId == DiscordServer.Bot ? Put(Read(call, message)) : RestAnswer.Error(403, 50005)
        : RestAnswer.Error(404, 10008);

    public RestAnswer Remove(ulong id)
    {
        if (!_messages.TryGetValue(id, out var message) || message.Deleted)
            return RestAnswer.Error(404, 10008);
        _messages[id] = message with { Deleted = true };
        return new RestAnswer(204, "");
    }

    public RestAnswer Put(PostedMessage message)
    {
        server.Posted(message, Set(message));
        return RestAnswer.Ok(ServerJson.Of(message));
    }

    /// <summary>What a request makes of a message.</summary>
    public PostedMessage Read(RestCall call, PostedMessage before)
    {
        var body = call.Body;
        var content = call.Text("content") ?? before.Content;
        if (content.Length > 2000)
            server.Faults.Enqueue($"a message of {content.Length} characters");
        if (!PingsNobody(body))
            server.Faults.Enqueue($"{call.Method} {call.Path} lets somebody be pinged");
        return before with
        {
            Content = content,
            ReplyTo = body.TryGetProperty("message_reference", out var reference) && reference.ValueKind == JsonValueKind.Object
                ? ulong.Parse(reference.GetProperty("message_id").GetString()!, NumberStyles.None, CultureInfo.InvariantCulture)
                : before.ReplyTo,
            Buttons = body.TryGetProperty("components", out var rows) ? Buttons(rows) : before.Buttons,
            Files = body.TryGetProperty("attachments", out var files) ? Files(files, call) : before.Files,
            History = before.History.Add(content),
        };
    }

    private static bool PingsNobody(JsonElement body) => body.TryGetProperty("allowed_mentions", out var mentions)
        && mentions.GetProperty("parse").GetArrayLength() == 0
        && !(mentions.TryGetProperty("replied_user", out var replied) && replied.GetBoolean());

    private static ImmutableArray<(string, string)> Buttons(JsonElement rows) =>
    [
        .. rows.EnumerateArray().SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Select(button => (button.GetProperty("custom_id").GetString()!, button.GetProperty("label").GetString()!)),
    ];

    private ImmutableArray<(string, string?)> Files(JsonElement files, RestCall call)
    {
        if (files.GetArrayLength() != call.Files.Count)
            server.Faults.Enqueue($"{files.GetArrayLength()} files are named and {call.Files.Count} sent");
        return
        [
            .. files.EnumerateArray().Select(file =>
                (file.GetProperty("filename").GetString()!, file.TryGetProperty("description", out var text) ? text.GetString() : null)),
        ];
    }

    private void ForgetOldest(ulong latest)
    {
        _ages.Enqueue(latest);
        if (_ages.Count > server.Kept && _messages.Remove(_ages.Dequeue(), out var message) && message.Nonce is { } nonce)
            _nonces.Remove((message.ChannelId, nonce));
    }
}
