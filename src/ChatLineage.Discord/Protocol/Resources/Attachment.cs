namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A file of a message.</summary>
internal sealed record Attachment
{
    /// <summary>The place among the files sent along, counted from 0.</summary>
    public required Snowflake Id { get; init; }

    public string? Filename { get; init; }

    /// <summary>What it shows, for those who do not see it; at most 1024 characters.</summary>
    public string? Description { get; init; }
}
