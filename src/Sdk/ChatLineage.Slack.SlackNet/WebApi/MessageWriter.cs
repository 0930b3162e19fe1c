using ChatLineage.Slack.Protocol.WebApi;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.Events;
using SlackNet.WebApi;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>Turns the messages that ChatLineage.Slack writes into SlackNet's, and back those that are read.</summary>
internal sealed class MessageWriter(BlockReader blocks)
{
    /// <summary>A message to post.</summary>
    public Message Message(MessageTarget target, MessageBody body) => new()
    {
        Channel = target.Channel,
        ThreadTs = target.ThreadTs,
        Text = body.Text,
        Blocks = blocks.Blocks(body),
        UnfurlLinks = false,
        UnfurlMedia = false,
        MetadataJson = body.Mark is { } mark ? Metadata(mark) : null,
    };

    /// <summary>What takes the place of a message. SlackNet sends no metadata with it.</summary>
    public MessageUpdate Update(string channel, string ts, MessageBody body) =>
        new() { ChannelId = channel, Ts = ts, Text = body.Text, Blocks = blocks.Blocks(body) };

    /// <summary>Metadata with a mark.</summary>
    public static MessageMetadata Metadata(string mark) =>
        new() { EventType = MessageJson.MarkType, EventPayload = new JObject { ["mark"] = mark } };

    /// <summary>A message of a thread.</summary>
    public static ThreadMessage Read(MessageEvent message) => new(message.Ts, message.User ?? "")
    {
        Mark = message.Metadata is { EventType: MessageJson.MarkType } known ? (string?)known.EventPayload["mark"] : null,
        HasFiles = message.Files is { Count: > 0 },
    };
}
