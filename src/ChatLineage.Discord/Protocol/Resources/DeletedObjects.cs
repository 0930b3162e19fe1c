namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>The ids of what is gone at once.</summary>
internal sealed record DeletedObjects
{
    public Snowflake[] Ids { get; init => field = value ?? []; } = [];
}
