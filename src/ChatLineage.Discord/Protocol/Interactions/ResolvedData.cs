using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>The objects that a command names by id.</summary>
internal sealed record ResolvedData
{
    public Dictionary<string, Message> Messages { get; init => field = value ?? []; } = [];
}
