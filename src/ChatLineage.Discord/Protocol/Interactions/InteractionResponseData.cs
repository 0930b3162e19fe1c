using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>What a first response carries; each kind uses some of the fields.</summary>
internal sealed record InteractionResponseData
{
    public string? Content { get; init; }

    public int? Flags { get; init; }

    public Component[]? Components { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public CommandChoice[]? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }
}
