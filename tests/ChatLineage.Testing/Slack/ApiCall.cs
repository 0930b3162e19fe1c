using System.Text.Json;

namespace ChatLineage.Testing.Slack;

/// <summary>A request that came to <see cref="ScriptedSlack"/>.</summary>
/// <param name="Method">The method of the Web API (<c>chat.postMessage</c>), or the path of another address: <c>/response/1</c>.</param>
/// <param name="Token">The token that it came with; empty for none.</param>
/// <param name="ContentType">How its body was written.</param>
/// <param name="Arguments">The JSON; for a form an object of its fields.</param>
/// <param name="Bytes">The body.</param>
public sealed record ApiCall(string Method, string Token, string ContentType, JsonElement Arguments, byte[] Bytes)
{
    /// <summary>A text among the arguments; null when it is not there.</summary>
    public string? Text(string name) =>
        Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
