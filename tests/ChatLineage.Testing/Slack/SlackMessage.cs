using System.Text.Json;

namespace ChatLineage.Testing.Slack;

/// <summary>A message in a <see cref="SlackWorkspace"/>.</summary>
public sealed class SlackMessage
{
    internal SlackMessage(string channel, string ts, string author) => (Channel, Ts, Author) = (channel, ts, author);

    /// <summary>The conversation.</summary>
    public string Channel { get; }

    /// <summary>Its id there.</summary>
    public string Ts { get; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; }

    /// <summary>The message that begins the thread; null outside of one.</summary>
    public string? Thread { get; internal set; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public string? OnlyFor { get; internal set; }

    /// <summary>Its text.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Its blocks; undefined for none.</summary>
    public JsonElement Blocks { get; internal set; }

    /// <summary>What only programs see.</summary>
    public JsonElement Metadata { get; internal set; }

    /// <summary>True while it is streamed.</summary>
    public bool IsStreaming { get; internal set; }

    /// <summary>How often it was replaced or added to.</summary>
    public int Changes { get; internal set; }

    /// <summary>What a person reads: the blocks, or the text where there are none.</summary>
    public string Shown => Blocks.ValueKind == JsonValueKind.Array && Blocks.GetArrayLength() > 0
        ? string.Join('\n', Blocks.EnumerateArray().SelectMany(Texts))
        : Text;

    /// <summary>The values of its buttons by their ids.</summary>
    public IReadOnlyDictionary<string, string> Buttons => Blocks.ValueKind != JsonValueKind.Array
        ? new Dictionary<string, string>()
        : Blocks.EnumerateArray().Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .ToDictionary(button => button.GetProperty("action_id").GetString()!, button => button.GetProperty("value").GetString()!);

    private static IEnumerable<string> Texts(JsonElement block)
    {
        if (block.TryGetProperty("text", out var text))
            yield return text.GetProperty("text").GetString()!;
        if (block.GetProperty("type").GetString() != "context")
            yield break;
        foreach (var element in block.GetProperty("elements").EnumerateArray())
            yield return element.GetProperty("text").GetString()!;
    }
}
