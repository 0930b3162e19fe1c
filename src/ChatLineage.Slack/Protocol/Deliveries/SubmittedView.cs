using System.Text.Json;

namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>A form that somebody sent.</summary>
internal sealed record SubmittedView
{
    /// <summary>The id of the form.</summary>
    public string? Id { get; init; }

    /// <summary>What the bot named it.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What the bot stored in it; at most 3,000 characters.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>What was filled in.</summary>
    public JsonElement State { get; init; }

    /// <summary>The text of an input; null when it was left empty.</summary>
    public string? Input(string block, string action) =>
        Down(Down(Down(Down(State, "values"), block), action), "value") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement Down(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;
}
