using System.Text.Json;

namespace ChatLineage.Testing.Discord;

/// <summary>A request that came to <see cref="ScriptedDiscord"/>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind <c>/api/v10</c>.</param>
/// <param name="Headers">The headers, names in lower case.</param>
/// <param name="Body">The JSON; undefined when there was none.</param>
/// <param name="Files">The files sent along, by name.</param>
public sealed record RestCall(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The message after which others are asked for; 0 when none is named.</summary>
    public ulong After { get; init; }

    /// <summary>A text field of the body; null when it is not there.</summary>
    public string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>True for a method and the beginning of a path.</summary>
    public bool Is(string method, string path) => Method == method && Path.StartsWith(path, StringComparison.Ordinal);
}
