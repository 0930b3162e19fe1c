namespace ChatLineage.Discord.Setup;

/// <summary>The bot that a token belongs to.</summary>
/// <param name="ApplicationId">The id of its application.</param>
/// <param name="Name">The name of its application.</param>
/// <param name="MayReadContent">True when the developer portal lets it read what does not mention it.</param>
/// <param name="InteractionsUrl">Where Discord sends commands and buttons over HTTP; null when they come through the gateway.</param>
public sealed record DiscordBot(string ApplicationId, string Name, bool MayReadContent, string? InteractionsUrl);
