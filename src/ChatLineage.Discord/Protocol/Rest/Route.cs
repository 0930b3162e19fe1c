using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>An address of the API with what its rate limit goes by.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path without ids: requests with the same one share a limit.</param>
/// <param name="Major">The channel, server or webhook; each has a limit of its own. Empty when there is none.</param>
/// <param name="Path">The path.</param>
/// <remarks>Source: topics/rate-limits.mdx.</remarks>
internal sealed record Route(HttpMethod Method, string Template, string Major, string Path)
{
    /// <summary>True when a second request does no harm: it may be sent again when the answer to the first did not come.</summary>
    public bool Repeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>True for the endpoints of interactions: authorised by their token, and not under the limit over all endpoints.</summary>
    public bool OfInteraction { get; init; }

    /// <summary>An endpoint without a top-level resource.</summary>
    public static Route Plain(HttpMethod method, string path) => new(method, path, "", path);

    /// <summary>An endpoint of a channel.</summary>
    public static Route OfChannel(HttpMethod method, Snowflake channel, string template, Snowflake id = default) =>
        new(method, $"/channels/:channel{template}", channel.ToString(), $"/channels/{channel}{template.Replace(":id", id.ToString(), StringComparison.Ordinal)}");

    /// <summary>An endpoint of an application.</summary>
    public static Route OfApplication(HttpMethod method, Snowflake application, string path) =>
        new(method, $"/applications/:application{path}", "", $"/applications/{application}{path}");

    /// <summary>The commands of an application in one server.</summary>
    public static Route OfGuildCommands(HttpMethod method, Snowflake application, Snowflake guild) =>
        new(method, "/applications/:application/guilds/:guild/commands", guild.ToString(), $"/applications/{application}/guilds/{guild}/commands");

    /// <summary>The first response to an interaction.</summary>
    public static Route Callback(Snowflake interaction, string token) =>
        new(HttpMethod.Post, "/interactions/:id/:token/callback", interaction.ToString(), $"/interactions/{interaction}/{token}/callback")
        {
            OfInteraction = true,

            // A second one is refused as a double acknowledgement, which tells that the first arrived.
            Repeatable = true,
        };

    /// <summary>Messages of an interaction after its first response.</summary>
    public static Route OfWebhook(HttpMethod method, Snowflake application, string token, string path) =>
        new(method, $"/webhooks/:application/:token{path}", $"{application}/{token}", $"/webhooks/{application}/{token}{path}") { OfInteraction = true };

    /// <summary>The method and template: never an interaction's token.</summary>
    public override string ToString() => $"{Method} {Template}";
}
