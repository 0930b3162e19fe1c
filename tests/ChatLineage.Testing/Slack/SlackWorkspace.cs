using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Testing.Slack;

/// <summary>
/// A workspace that answers the calls of a bot as Slack does, and holds what people see. It keeps Slack's rules: limits of blocks, updates of
/// what is streamed, response addresses that are used up. Written from Slack's documentation, not from our client.
/// </summary>
public sealed class SlackWorkspace
{
    /// <summary>The bot's user.</summary>
    public const string Bot = "U0BOT";

    /// <summary>The workspace.</summary>
    public const string Team = "T1";

    private readonly Lock _lock = new();
    private readonly ScriptedSlack _slack;
    private readonly Dictionary<string, ResponseUse> _responses = [];
    private readonly Dictionary<string, (string Name, string Description, byte[] Bytes)> _uploads = [];
    private ImmutableList<SlackMessage> _messages = [];
    private ImmutableList<SlackFile> _files = [];
    private int _last;

    /// <summary>Makes it the one that a server answers for.</summary>
    public SlackWorkspace(ScriptedSlack slack)
    {
        _slack = slack;
        slack.Api = call => Interfere(call) ?? Answer(call);
    }

    /// <summary>Called after each change that people can see.</summary>
    public event Action? Changed;

    /// <summary>Answers a call instead of the workspace; null leaves it to it. For faults.</summary>
    public Func<ApiCall, ApiAnswer?> Interfere { get; set; } = _ => null;

    /// <summary>True when messages can be streamed; unknown methods otherwise.</summary>
    public bool CanStream { get; set; } = true;

    /// <summary>True when the app has the agent view; unknown methods otherwise.</summary>
    public bool HasAgentView { get; set; } = true;

    /// <summary>Channels that the bot is no member of.</summary>
    public ISet<string> Elsewhere { get; } = new HashSet<string>();

    /// <summary>The status below a thread; empty when there is none.</summary>
    public string Status { get; private set; } = "";

    /// <summary>The form or the home that was shown last.</summary>
    public JsonElement View { get; private set; }

    /// <summary>All messages that are there, in order.</summary>
    public IReadOnlyList<SlackMessage> Messages => _messages;

    /// <summary>All files that were shared.</summary>
    public IReadOnlyList<SlackFile> Files => _files;

    /// <summary>What the bot wrote, in order.</summary>
    public IEnumerable<SlackMessage> Replies => _messages.Where(message => message.Author == Bot);

    /// <summary>Somebody writes; gives the id of the message.</summary>
    public string Write(string channel, string user, string text, string? thread = null)
    {
        var message = Add(channel, user);
        (message.Text, message.Thread) = (text, thread);
        return message.Ts;
    }

    /// <summary>A message of the bot by its id; null when it is gone.</summary>
    public SlackMessage? Find(string channel, string ts) => _messages.Find(message => message.Channel == channel && message.Ts == ts);

    /// <summary>What somebody sees in a channel, or everywhere.</summary>
    public string VisibleTo(string user, string? channel = null) => string.Join(
        '\n',
        _messages.Where(message => message.Author == Bot && (channel is null || message.Channel == channel) && (message.OnlyFor is null || message.OnlyFor == user))
            .Select(message => message.Shown)
            .Concat(_files.Where(file => channel is null || file.Channel == channel).Select(file => $"{file.Name}: {file.Description}")));

    /// <summary>A response address for somebody in a channel.</summary>
    public string ResponseUrl(string channel, string user)
    {
        lock (_lock)
        {
            var path = $"/response/{++_last}";
            _responses[path] = new ResponseUse(channel, user);
            return _slack.Address(path).ToString();
        }
    }

    /// <summary>All response addresses are too old from now on.</summary>
    public void ExpireResponses()
    {
        lock (_lock)
            _responses.Clear();
    }

    /// <summary>Takes a call as if it had arrived, for an answer that gets lost.</summary>
    public void Take(ApiCall call) => Answer(call);

    /// <summary>Slack ends a stream by itself.</summary>
    public void EndStream(string ts)
    {
        foreach (var message in _messages.Where(message => message.Ts == ts))
            message.IsStreaming = false;
    }

    private ApiAnswer? Answer(ApiCall call)
    {
        ApiAnswer? answer;
        lock (_lock)
            answer = Decide(call);
        Changed?.Invoke();
        return answer;
    }

    private ApiAnswer? Decide(ApiCall call) => call.Method switch
    {
        "auth.test" => ApiAnswer.Ok($$"""
            "url":"https://team.slack.com/","team":"Team","user":"chatlineage","team_id":"{{Team}}","user_id":"{{Bot}}","bot_id":"B1"
            """),
        "chat.postMessage" => Post(call, null),
        "chat.postEphemeral" => Post(call, call.Text("user")),
        "chat.update" => Update(call),
        "chat.delete" => Delete(call),
        "chat.startStream" or "chat.appendStream" or "chat.stopStream" => CanStream ? Stream(call) : ApiAnswer.Error("unknown_method"),
        "assistant.threads.setStatus" when HasAgentView => SetStatus(call),
        "assistant.threads.setSuggestedPrompts" or "assistant.threads.setTitle" when HasAgentView => ApiAnswer.Ok(),
        "conversations.replies" => ReadThread(call),
        "conversations.open" => ApiAnswer.Ok($$"""
            "channel":{"id":"D{{call.Text("users")}}"}
            """),
        "views.open" or "views.publish" => Show(call),
        "files.getUploadURLExternal" => Place(call),
        "files.completeUploadExternal" => Share(call),
        _ when call.Method.StartsWith("/upload/", StringComparison.Ordinal) => Upload(call),
        _ when call.Method.StartsWith("/response/", StringComparison.Ordinal) => Respond(call),
        _ => null,
    };

    private SlackMessage Add(string channel, string author)
    {
        lock (_lock)
        {
            var message = new SlackMessage(channel, string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + ++_last}.000100"), author);
            _messages = _messages.Add(message);
            return message;
        }
    }

    private ApiAnswer Post(ApiCall call, string? onlyFor)
    {
        var channel = call.Text("channel")!;
        if (SlackLimits.Error(call, isUpdate: false) is { } error)
            return ApiAnswer.Error(error);
        if (Elsewhere.Contains(channel))
            return ApiAnswer.Error("not_in_channel");
        var message = Add(channel.StartsWith('U') ? "D" + channel : channel, Bot);
        (message.Thread, message.OnlyFor) = (call.Text("thread_ts"), onlyFor);
        Fill(message, call);
        Status = "";
        return ApiAnswer.Ok($"\"channel\":\"{message.Channel}\",\"{(onlyFor is null ? "ts" : "message_ts")}\":\"{message.Ts}\"");
    }

    private ApiAnswer Update(ApiCall call)
    {
        if (SlackLimits.Error(call, isUpdate: true) is { } error)
            return ApiAnswer.Error(error);
        if (Find(call.Text("channel")!, call.Text("ts")!) is not { OnlyFor: null } message)
            return ApiAnswer.Error("message_not_found");
        if (message.IsStreaming)
            return ApiAnswer.Error("streaming_state_conflict");
        Fill(message, call);
        message.Changes++;
        return ApiAnswer.Ok($"\"ts\":\"{message.Ts}\"");
    }

    private ApiAnswer Delete(ApiCall call)
    {
        if (Find(call.Text("channel")!, call.Text("ts")!) is not { } message)
            return ApiAnswer.Error("message_not_found");
        _messages = _messages.Remove(message);
        return ApiAnswer.Ok();
    }

    private ApiAnswer Stream(ApiCall call)
    {
        if (call.Text("markdown_text") is { Length: > 12_000 })
            return ApiAnswer.Error("msg_too_long");
        if (call.Method == "chat.startStream")
        {
            if (call.Text("thread_ts") is not { } thread || call.Text("recipient_user_id") is null || call.Text("recipient_team_id") is null)
                return ApiAnswer.Error("missing_recipient_user_id");
            var begun = Add(call.Text("channel")!, Bot);
            (begun.Thread, begun.Text, begun.IsStreaming) = (thread, call.Text("markdown_text") ?? "", true);
            Status = "";
            return ApiAnswer.Ok($"\"ts\":\"{begun.Ts}\"");
        }

        if (Find(call.Text("channel")!, call.Text("ts")!) is not { IsStreaming: true } message)
            return ApiAnswer.Error("message_not_in_streaming_state");
        message.Text += call.Text("markdown_text");
        message.Changes++;
        if (call.Method == "chat.stopStream")
            End(message, call);
        return ApiAnswer.Ok($"\"ts\":\"{message.Ts}\"");
    }

    private static void End(SlackMessage message, ApiCall call)
    {
        message.IsStreaming = false;
        if (call.Arguments.TryGetProperty("metadata", out var metadata))
            message.Metadata = metadata;
    }

    private ApiAnswer SetStatus(ApiCall call)
    {
        Status = call.Text("status") ?? "";
        return ApiAnswer.Ok();
    }

    private ApiAnswer ReadThread(ApiCall call)
    {
        var (root, oldest) = (call.Text("ts"), call.Text("oldest") ?? "");
        var thread = _messages.Where(message => message.Channel == call.Text("channel") && message.OnlyFor is null
            && (message.Ts == root || (message.Thread == root && string.CompareOrdinal(message.Ts, oldest) > 0)));
        var shown = thread.Select(message => message.Metadata.ValueKind == JsonValueKind.Object
            ? new { ts = message.Ts, user = message.Author, text = message.Text, metadata = (object)message.Metadata }
            : (object)new { ts = message.Ts, user = message.Author, text = message.Text });
        return ApiAnswer.Ok($"\"messages\":{JsonSerializer.Serialize(shown)},\"has_more\":false");
    }

    private ApiAnswer Show(ApiCall call)
    {
        View = call.Arguments.GetProperty("view");
        return ApiAnswer.Ok("""
            "view":{"id":"V1"}
            """);
    }

    private ApiAnswer Place(ApiCall call)
    {
        var id = $"F{++_last}";
        _uploads[id] = (call.Text("filename")!, call.Text("alt_txt") ?? "", []);
        return ApiAnswer.Ok($"\"upload_url\":\"{_slack.Address($"/upload/{id}")}\",\"file_id\":\"{id}\"");
    }

    private ApiAnswer Upload(ApiCall call)
    {
        var id = call.Method["/upload/".Length..];
        _uploads[id] = _uploads[id] with { Bytes = call.Bytes };
        return new ApiAnswer(200, "OK");
    }

    private ApiAnswer Share(ApiCall call)
    {
        if (Elsewhere.Contains(call.Text("channel_id")!))
            return ApiAnswer.Error("not_in_channel");
        foreach (var file in call.Arguments.GetProperty("files").EnumerateArray())
        {
            var (name, description, bytes) = _uploads[file.GetProperty("id").GetString()!];
            _files = _files.Add(new SlackFile(call.Text("channel_id")!, call.Text("thread_ts"), name, description, bytes));
        }

        return ApiAnswer.Ok($"\"files\":{call.Arguments.GetProperty("files").GetRawText()}");
    }

    private ApiAnswer Respond(ApiCall call)
    {
        if (!_responses.TryGetValue(call.Method, out var use))
            return new ApiAnswer(404, "expired_url");
        if (use.Left-- == 0)
            return new ApiAnswer(404, "used_url");
        var replaces = call.Arguments.GetProperty("replace_original").ValueKind == JsonValueKind.True;
        var message = replaces && use.First is { } first ? first : Add(use.Channel, Bot);
        message.OnlyFor = call.Text("response_type") == "in_channel" ? null : use.User;
        Fill(message, call);
        use.First ??= message;
        return new ApiAnswer(200, "ok");
    }

    private static void Fill(SlackMessage message, ApiCall call)
    {
        message.Text = call.Text("text") ?? "";
        message.Blocks = call.Arguments.TryGetProperty("blocks", out var blocks) ? blocks : default;
        if (call.Arguments.TryGetProperty("metadata", out var metadata))
            message.Metadata = metadata;
    }

    private sealed class ResponseUse(string channel, string user)
    {
        public string Channel => channel;

        public string User => user;

        public int Left { get; set; } = 5;

        public SlackMessage? First { get; set; }
    }
}
