using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Writes messages as the Web API takes them, and reads those that it gives.</summary>
internal static class MessageJson
{
    /// <summary>The name under which a message's mark stands in its metadata.</summary>
    public const string MarkType = "chatlineage_reply";

    /// <summary>A message to post.</summary>
    public static JsonObject Message(MessageTarget target, MessageBody body)
    {
        var message = new JsonObject
        {
            ["channel"] = target.Channel,
            ["text"] = body.Text,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
        if (target.ThreadTs is { } thread)
            message["thread_ts"] = thread;
        if (body.Blocks.Count > 0)
            message["blocks"] = Blocks(body);
        if (body.Mark is { } mark)
            message["metadata"] = Mark(mark);
        return message;
    }

    /// <summary>What takes the place of a message; its blocks go too.</summary>
    public static JsonObject Update(string channel, string ts, MessageBody body)
    {
        var message = Message(new MessageTarget(channel, null), body);
        message["ts"] = ts;
        message["blocks"] = Blocks(body);
        return message;
    }

    /// <summary>The blocks of a message.</summary>
    public static JsonArray Blocks(MessageBody body) => new([.. body.Blocks.Select(block => block.DeepClone())]);

    /// <summary>Metadata with a mark.</summary>
    public static JsonObject Mark(string mark) => new() { ["event_type"] = MarkType, ["event_payload"] = new JsonObject { ["mark"] = mark } };

    /// <summary>The messages in an answer of <c>conversations.replies</c>.</summary>
    public static IReadOnlyList<ThreadMessage> ReadThread(JsonElement said) =>
        said.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select(Read)]
            : [];

    /// <summary>A text in an answer; empty when there is none.</summary>
    public static string Text(JsonElement said, string name) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static ThreadMessage Read(JsonElement message) => new(Text(message, "ts"), Text(message, "user"))
    {
        Mark = message.TryGetProperty("metadata", out var metadata)
            && Text(metadata, "event_type") == MarkType
            && metadata.TryGetProperty("event_payload", out var payload)
            && Text(payload, "mark") is { Length: > 0 } mark
                ? mark
                : null,
        HasFiles = message.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array,
    };
}
