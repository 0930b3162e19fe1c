namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A role that is new or changed.</summary>
internal sealed record RoleChange
{
    public required Role Role { get; init; }
}
