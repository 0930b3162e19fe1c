using System.Text.Json;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>An argument of a command as it was given.</summary>
internal sealed record InteractionOption
{
    public required string Name { get; init; }

    /// <summary>A string, number or boolean.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>True for the one that is being typed, when choices are asked for.</summary>
    public bool Focused { get; init; }

    /// <summary>The value when it is text, else empty.</summary>
    public string Text => Value is { ValueKind: JsonValueKind.String } value ? value.GetString() ?? "" : "";

    /// <summary>True when the value is true.</summary>
    public bool IsTrue => Value is { ValueKind: JsonValueKind.True };
}
