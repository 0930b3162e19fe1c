using System.Text.Json.Serialization;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Which session goes on, and after which event.</summary>
internal sealed record ResumeData(string Token, string SessionId, [property: JsonPropertyName("seq")] long Sequence)
{
    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => "resume";
}
