using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>The API of <see cref="DiscordServer"/>.</summary>
internal sealed class RestSide(DiscordServer server, TimeProvider time)
{
    private static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, PostedMessage> _messages = [];
    private readonly Dictionary<(ulong Channel, string Nonce), ulong> _nonces = [];
    private readonly Dictionary<ulong, OpenInteraction> _interactions = [];
    private readonly Queue<ulong> _ages = [];

    public int Typings { get; private set; }

    public IReadOnlyList<PostedMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages.Values.OrderBy(message => message.Id)];
        }
    }

    public PostedMessage? Find(ulong id)
    {
        lock (_lock)
            return _messages.GetValueOrDefault(id);
    }

    public void Add(PostedMessage message)
    {
        lock (_lock)
        {
            _messages[message.Id] = message;
            Forget(message.Id);
        }
    }

    public void Delete(ulong id)
    {
        lock (_lock)
        {
            if (_messages.TryGetValue(id, out var message))
                _messages[id] = message with { Deleted = true };
        }
    }

    public void ForgetNonces()
    {
        lock (_lock)
            _nonces.Clear();
    }

    public void Open(ulong id, ulong channel)
    {
        lock (_lock)
        {
            _interactions[id] = new OpenInteraction(id, DiscordServer.TokenOf(id), channel, time.GetUtcNow());
            Forget(id);
        }
    }

    public (int Type, JsonElement Data)? ResponseTo(ulong interaction)
    {
        lock (_lock)
        {
            return _interactions[interaction] is { Responded: { } type } open
                ? (type, open.Response is null ? default : JsonDocument.Parse(open.Response).RootElement)
                : null;
        }
    }

    public RestAnswer Answer(RestCall call)
    {
        RestAnswer answer;
        lock (_lock)
            answer = Route(call, call.Path.Trim('/').Split('/'));
        server.Changed();
        return answer;
    }

    private RestAnswer Route(RestCall call, string[] path) => (call.Method, path) switch
    {
        ("GET", ["gateway", "bot"]) => RestAnswer.Ok($$$"""{"url":"{{{server.Wire.GatewayAddress}}}","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":1000,"max_concurrency":1}}"""),
        ("GET", ["applications", "@me"] or ["oauth2", "applications", "@me"]) => RestAnswer.Ok(
            $$"""{"id":"{{DiscordServer.Application}}","name":"ChatLineage","owner":{"id":"1","username":"owner"},"flags":{{server.ApplicationFlags}}}"""),
        ("GET", ["users", "@me"]) => RestAnswer.Ok($$"""{"id":"{{DiscordServer.Bot}}","username":"lineage","bot":true}"""),
        ("GET", ["users", "@me", "guilds"]) => RestAnswer.Ok($$"""[{"id":"{{DiscordServer.Guild}}","name":"Lineage","permissions":"{{server.Permissions}}"}]"""),
        ("GET", ["users", var user]) => RestAnswer.Ok($$"""{"id":"{{user}}","username":"ada"}"""),
        ("POST", ["users", "@me", "channels"]) => RestAnswer.Ok(ChannelJson(DiscordServer.Direct)),
        ("GET", ["channels", var channel]) => RestAnswer.Ok(ChannelJson(Number(channel))),
        ("GET", ["applications", _, .., "commands"]) => RestAnswer.Ok(server.Commands),
        ("PUT", ["applications", _, .., "commands"]) => RestAnswer.Ok(server.Commands = call.Body.GetRawText()),
        ("POST", ["channels", _, "typing"]) => Typed(),
        ("GET", ["channels", var channel, "messages"]) => RestAnswer.Ok($"[{string.Join(',', _messages.Values.Where(message => $"{message.ChannelId}" == channel && !message.Deleted && !message.Ephemeral).Select(Json))}]"),
        ("POST", ["channels", var channel, "messages"]) => Create(call, Number(channel)),
        ("PATCH", ["channels", _, "messages", var id]) => Edit(call, Number(id)),
        ("DELETE", ["channels", _, "messages", var id]) => Remove(Number(id)),
        ("POST", ["interactions", var id, var token, "callback"]) => Respond(call, Number(id), token),
        ("POST", ["webhooks", _, var token]) => WithToken(token, open => FollowUp(call, open)),
        ("PATCH", ["webhooks", _, var token, "messages", "@original"]) => WithToken(token, open => EditOriginal(call, open)),
        ("DELETE", ["webhooks", _, var token, "messages", "@original"]) => WithToken(token, open => Remove(open.Original ?? 0)),
        _ => RestAnswer.Error(404),
    };

    private RestAnswer Typed()
    {
        Typings++;
        return new RestAnswer(204, "");
    }

    private RestAnswer Create(RestCall call, ulong channel)
    {
        var nonce = call.Text("nonce");
        var enforced = call.Body.TryGetProperty("enforce_nonce", out var enforce) && enforce.GetBoolean();
        if (nonce is { Length: > 25 })
            server.Faults.Enqueue($"a nonce of {nonce.Length} characters");
        if (enforced && nonce is not null && _nonces.TryGetValue((channel, nonce), out var known) && _messages.TryGetValue(known, out var first))
            return RestAnswer.Ok(Json(first));
        var message = Read(call, new PostedMessage(server.NextId(), channel, DiscordServer.Bot, "") { Nonce = nonce });
        if (nonce is not null)
            _nonces[(channel, nonce)] = message.Id;
        return Put(message);
    }

    private RestAnswer Edit(RestCall call, ulong id) => _messages.TryGetValue(id, out var message) && !message.Deleted
        ? message.AuthorId == DiscordServer.Bot ? Put(Read(call, message)) : RestAnswer.Error(403, 50005)
        : RestAnswer.Error(404, 10008);

    private RestAnswer Remove(ulong id)
    {
        if (!_messages.TryGetValue(id, out var message) || message.Deleted)
            return RestAnswer.Error(404, 10008);
        _messages[id] = message with { Deleted = true };
        return new RestAnswer(204, "");
    }

    private RestAnswer Respond(RestCall call, ulong id, string token)
    {
        if (!_interactions.TryGetValue(id, out var open) || open.Token != token)
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
            var message = new PostedMessage(server.NextId(), open.ChannelId, DiscordServer.Bot, "") { Interaction = id, Ephemeral = Flags(data).HasFlag(Flag.Ephemeral) };
            Put(type == 4 ? Read(call with { Body = data }, message) : message);
            (open.Original, open.Waiting) = (message.Id, type == 5);
        }

        return new RestAnswer(204, "");
    }

    private RestAnswer EditOriginal(RestCall call, OpenInteraction open)
    {
        open.Waiting = false;
        return Edit(call, open.Original ?? 0);
    }

    private RestAnswer FollowUp(RestCall call, OpenInteraction open)
    {
        if (open is { Waiting: true, Original: { } original } && !_messages[original].Deleted)
            return EditOriginal(call, open);
        return Put(Read(call, new PostedMessage(server.NextId(), open.ChannelId, DiscordServer.Bot, "") { Interaction = open.Id, Ephemeral = Flags(call.Body).HasFlag(Flag.Ephemeral) }));
    }

    private RestAnswer WithToken(string token, Func<OpenInteraction, RestAnswer> answer)
    {
        var open = DiscordServer.InteractionOf(token) is { } id ? _interactions.GetValueOrDefault(id) : null;
        return open is { Responded: not null } && time.GetUtcNow() - open.At <= TokenLife ? answer(open) : RestAnswer.Error(404, 10015);
    }

    private PostedMessage Read(RestCall call, PostedMessage before)
    {
        var body = call.Body;
        var content = call.Text("content") ?? before.Content;
        if (content.Length > 2000)
            server.Faults.Enqueue($"a message of {content.Length} characters");
        if (!body.TryGetProperty("allowed_mentions", out var mentions) || mentions.GetProperty("parse").GetArrayLength() > 0 || (mentions.TryGetProperty("replied_user", out var replied) && replied.GetBoolean()))
            server.Faults.Enqueue($"{call.Method} {call.Path} lets somebody be pinged");
        return before with
        {
            Content = content,
            ReplyTo = body.TryGetProperty("message_reference", out var reference) && reference.ValueKind == JsonValueKind.Object ? Number(reference.GetProperty("message_id").GetString()!) : before.ReplyTo,
            Buttons = body.TryGetProperty("components", out var rows) ? Buttons(rows) : before.Buttons,
            Files = body.TryGetProperty("attachments", out var files) ? Files(files, call) : before.Files,
            History = before.History.Add(content),
        };
    }

    private static ImmutableArray<(string, string)> Buttons(JsonElement rows) =>
    [
        .. rows.EnumerateArray().SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Select(button => (button.GetProperty("custom_id").GetString()!, button.GetProperty("label").GetString()!)),
    ];

    private ImmutableArray<(string, string?)> Files(JsonElement files, RestCall call)
    {
        if (files.GetArrayLength() != call.Files.Count)
            server.Faults.Enqueue($"{files.GetArrayLength()} files are named and {call.Files.Count} sent");
        return [.. files.EnumerateArray().Select(file => (file.GetProperty("filename").GetString()!, file.TryGetProperty("description", out var text) ? text.GetString() : null))];
    }

    private RestAnswer Put(PostedMessage message)
    {
        var isNew = !_messages.ContainsKey(message.Id);
        _messages[message.Id] = message;
        if (isNew)
            Forget(message.Id);
        server.Posted(message, isNew);
        return RestAnswer.Ok(Json(message));
    }

    private static string ChannelJson(ulong id) => id switch
    {
        DiscordServer.Direct => $$"""{"id":"{{id}}","type":1,"recipients":[{"id":"{{DiscordServer.Person}}","username":"ada"}]}""",
        DiscordServer.Thread => $$"""{"id":"{{id}}","type":11,"guild_id":"{{DiscordServer.Guild}}","name":"a thread","parent_id":"{{DiscordServer.Channel}}","thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2026-01-01T00:00:00Z"} }""",
        _ => $$"""{"id":"{{id}}","type":0,"guild_id":"{{DiscordServer.Guild}}","name":"general","position":0,"permission_overwrites":[]}""",
    };

    private void Forget(ulong latest)
    {
        _ages.Enqueue(latest);
        if (_ages.Count <= server.Kept || !_ages.TryDequeue(out var oldest))
            return;
        _interactions.Remove(oldest);
        if (_messages.Remove(oldest, out var message) && message.Nonce is { } nonce)
            _nonces.Remove((message.ChannelId, nonce));
    }

    private static Flag Flags(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("flags", out var flags) ? (Flag)flags.GetInt32() : default;

    private static ulong Number(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    internal static string Json(PostedMessage message)
    {
        var reference = message.ReplyTo is { } other ? $$""","message_reference":{"message_id":"{{other}}"}""" : "";
        return $$"""{"id":"{{message.Id}}","channel_id":"{{message.ChannelId}}","content":{{DiscordServer.Text(message.Content)}},"author":{"id":"{{message.AuthorId}}","bot":{{(message.AuthorId == DiscordServer.Bot ? "true" : "false")}}}{{reference}}}""";
    }

    [Flags]
    private enum Flag
    {
        None = 0,
        Ephemeral = 1 << 6,
    }
}
