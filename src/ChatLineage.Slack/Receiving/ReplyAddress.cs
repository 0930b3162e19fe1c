using System.Text.Json;
using ChatLineage.Slack.Protocol.Json;
using ChatLineage.Slack.Protocol.WebApi;

namespace ChatLineage.Slack.Receiving;

/// <summary>Where the reply to a message goes. It is stored with the message and outlives a restart.</summary>
internal sealed record ReplyAddress
{
    /// <summary>The conversation.</summary>
    public required string Channel { get; init; }

    /// <summary>The message that begins the thread; null where there is no thread to reply in.</summary>
    public string? Thread { get; init; }

    /// <summary>Who asked.</summary>
    public required string User { get; init; }

    /// <summary>The asker's workspace.</summary>
    public required string Team { get; init; }

    /// <summary>Takes up to 5 messages in 30 minutes; null without.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>True for a message that begins a thread in a direct conversation.</summary>
    public bool IsNewThread { get; init; }

    /// <summary>Where a reply is posted.</summary>
    public MessageTarget Target => new(Channel, Thread);

    /// <summary>Reads an address that was stored.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ReplyAddress Read(string? text)
    {
        try
        {
            return text is null ? throw new JsonException() : JsonSerializer.Deserialize(text, SlackJson.Default.ReplyAddress) ?? throw new JsonException();
        }
        catch (JsonException broken)
        {
            throw new FormatException("A message of Slack was stored without a place to reply to.", broken);
        }
    }

    /// <summary>Without the response address, which acts like a password.</summary>
    public override string ToString() => $"{Channel} {Thread}";

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, SlackJson.Default.ReplyAddress);
}
