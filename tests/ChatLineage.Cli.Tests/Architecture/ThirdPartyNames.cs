using System.Collections.Immutable;

namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>The names of Discord.Net, SlackNet and what they bring along that src/Sdk uses. Whoever uses another one adds it
/// here.</summary>
internal static class ThirdPartyNames
{
    private static readonly ImmutableHashSet<string> OfDiscordNet =
    [
        "DefaultRestClientProvider", "Discord", "DiscordRestClient", "DiscordRestConfig", "DiscordShardedClient", "DiscordSocketClient",
        "DiscordSocketConfig", "HttpException", "ISocketMessageChannel", "IWebSocketClient", "RateLimitedException", "RestClientProvider",
        "SocketAutocompleteInteraction", "SocketGuildChannel", "SocketGuildUser", "SocketInteraction", "SocketMessage", "SocketMessageCommand",
        "SocketMessageComponent", "SocketModal", "SocketSlashCommand", "SocketThreadChannel", "SocketUserMessage", "WebSocketClosedException",
    ];

    private static readonly ImmutableHashSet<string> OfSlackNet =
    [
        "Acknowledgement", "AssistantPrompt", "Block", "CoreSocketModeClient", "Default", "ExternalFileReference", "HomeViewDefinition",
        "ICoreSocketModeClient", "IHttp", "ISlackApiClient", "ISlackUrlBuilder", "IWebSocket", "IWebSocketFactory", "JToken",
        "JsonConvert", "JsonException", "Message", "MessageEvent", "MessageMetadata", "MessageResponse", "MessageUpdate",
        "MessageUpdateResponse", "ModalViewDefinition", "Newtonsoft", "RawSocketMessage", "ResponseType", "SlackApiClient",
        "SlackException", "SlackJsonSettings", "SlackNet", "SlackRateLimitException", "SocketModeConnectionOptions",
        "UploadUrlExternalResponse", "WebSocketWrapper",
    ];

    /// <summary>The names that a project uses.</summary>
    public static ImmutableHashSet<string> Of(string project) => project switch
    {
        "ChatLineage.Discord.DiscordNet" => OfDiscordNet,
        "ChatLineage.Slack.SlackNet" => OfSlackNet,
        _ => [],
    };
}
