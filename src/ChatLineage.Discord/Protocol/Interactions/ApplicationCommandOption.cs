namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>An argument of a slash command.</summary>
internal sealed record ApplicationCommandOption
{
    /// <summary>A string.</summary>
    public const int StringType = 3;

    /// <summary>True or false.</summary>
    public const int BooleanType = 5;

    public int Type { get; init; } = StringType;

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }
}
