using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Json;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>The endpoints that the bot uses, by name.</summary>
/// <remarks>Safe to use from several threads at once. Every method throws <see cref="DiscordRestException"/> when Discord refuses.</remarks>
internal sealed class DiscordApi(RestClient rest) : IDiscordApi
{
    /// <summary>The error for a second first response to an interaction.</summary>
    public const int AlreadyAcknowledged = 40060;

    private static DiscordJson Json => DiscordJson.Default;

    public bool KeepsNonces => true;

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        ReadAsync(Route.Plain(HttpMethod.Get, "/gateway/bot"), null, Json.GatewayBot, cancellationToken);

    public Task<Application> GetApplicationAsync(CancellationToken cancellationToken) =>
        ReadAsync(Route.Plain(HttpMethod.Get, "/applications/@me"), null, Json.Application, cancellationToken);

    public Task<User> GetUserAsync(CancellationToken cancellationToken) =>
        ReadAsync(Route.Plain(HttpMethod.Get, "/users/@me"), null, Json.User, cancellationToken);

    /// <summary>The servers that the bot is in; the first 200.</summary>
    public Task<Guild[]> GetGuildsAsync(CancellationToken cancellationToken) =>
        ReadAsync(Route.Plain(HttpMethod.Get, "/users/@me/guilds"), null, Json.GuildArray, cancellationToken);

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        ReadAsync(Route.OfChannel(HttpMethod.Get, channel, ""), null, Json.Channel, cancellationToken);

    public Task<Message> CreateMessageAsync(Snowflake channel, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken)
    {
        var route = Route.OfChannel(HttpMethod.Post, channel, "/messages") with { Repeatable = message is { EnforceNonce: true, Nonce: not null } };
        return ReadAsync(route, () => Body(message, files), Json.Message, cancellationToken);
    }

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        ReadAsync(Route.OfChannel(HttpMethod.Patch, channel, "/messages/:id", id), () => Body(message, files), Json.Message, cancellationToken);

    /// <summary>Edits a message if the limits leave room for it; false when they do not.</summary>
    public Task<bool> TryEditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, CancellationToken cancellationToken) =>
        rest.TrySendAsync(Route.OfChannel(HttpMethod.Patch, channel, "/messages/:id", id), () => Body(message, []), cancellationToken);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake id, CancellationToken cancellationToken) =>
        rest.SendAsync(Route.OfChannel(HttpMethod.Delete, channel, "/messages/:id", id), null, cancellationToken);

    /// <summary>Shows for ten seconds that the bot is typing.</summary>
    public Task TypeAsync(Snowflake channel, CancellationToken cancellationToken) =>
        rest.SendAsync(Route.OfChannel(HttpMethod.Post, channel, "/typing") with { Repeatable = true }, null, cancellationToken);

    /// <summary>The messages of a channel after one, at most 100, in no certain order.</summary>
    public Task<Message[]> GetMessagesAfterAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        var route = Route.OfChannel(HttpMethod.Get, channel, "/messages");
        return ReadAsync(route with { Path = $"{route.Path}?after={message}&limit=100" }, null, Json.MessageArray, cancellationToken);
    }

    /// <summary>The direct conversation with somebody; it is made when there is none yet.</summary>
    public Task<Channel> OpenDirectAsync(Snowflake user, CancellationToken cancellationToken) => ReadAsync(
        Route.Plain(HttpMethod.Post, "/users/@me/channels") with { Repeatable = true }, () => Body(new NewDirectChannel(user), Json.NewDirectChannel), Json.Channel, cancellationToken);

    public Task<ApplicationCommand[]> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken) =>
        ReadAsync(Commands(HttpMethod.Get, application, guild), null, Json.ApplicationCommandArray, cancellationToken);

    /// <summary>Makes these the commands of the application, everywhere or in one server; others are removed.</summary>
    public Task<ApplicationCommand[]> PutCommandsAsync(Snowflake application, Snowflake? guild, ApplicationCommand[] commands, CancellationToken cancellationToken) =>
        ReadAsync(Commands(HttpMethod.Put, application, guild), () => Body(commands, Json.ApplicationCommandArray), Json.ApplicationCommandArray, cancellationToken);

    /// <summary>Responds to an interaction for the first time. A response that arrived although its answer got lost counts as done.</summary>
    public async Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await rest.SendAsync(Route.Callback(interaction.Id, interaction.Token), () => Body(response, Json.InteractionResponse), cancellationToken);
        }
        catch (DiscordRestException refused) when (refused.Code == AlreadyAcknowledged)
        {
            // Sent twice because the first answer did not come through, or delivered twice to us: the asker has seen it.
        }
    }

    /// <summary>Puts the answer in the place of the first response.</summary>
    public Task<Message> EditResponseAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        ReadAsync(Original(HttpMethod.Patch, interaction), () => Body(message, files), Json.Message, cancellationToken);

    /// <summary>As <see cref="EditResponseAsync"/>, if the limits leave room for it; false when they do not.</summary>
    public Task<bool> TryEditResponseAsync(Interaction interaction, MessageContent message, CancellationToken cancellationToken) =>
        rest.TrySendAsync(Original(HttpMethod.Patch, interaction), () => Body(message, []), cancellationToken);

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        rest.SendAsync(Original(HttpMethod.Delete, interaction), null, cancellationToken);

    /// <summary>
    /// Adds a message after the first response. It is sent once: webhooks take no nonces (https://github.com/discord/discord-api-docs/pull/6647),
    /// so a second try after an answer that got lost could make it twice.
    /// </summary>
    public Task<Message> FollowUpAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        ReadAsync(Route.OfWebhook(HttpMethod.Post, interaction.ApplicationId, interaction.Token, ""), () => Body(message, files), Json.Message, cancellationToken);

    private static Route Original(HttpMethod method, Interaction interaction) =>
        Route.OfWebhook(method, interaction.ApplicationId, interaction.Token, "/messages/@original");

    private static Route Commands(HttpMethod method, Snowflake application, Snowflake? guild) => guild is { } server
        ? Route.OfGuildCommands(method, application, server)
        : Route.OfApplication(method, application, "/commands");

    private static ByteArrayContent Body<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    /// <summary>JSON, or multipart with the JSON in <c>payload_json</c> when there are files (reference.mdx, "Uploading Files").</summary>
    private static HttpContent Body(MessageContent message, IReadOnlyList<Upload> files)
    {
        var json = Body(message, Json.MessageContent);
        if (files.Count == 0)
            return json;
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var index = 0; index < files.Count; index++)
        {
            var part = new ReadOnlyMemoryContent(files[index].Content) { Headers = { ContentType = new MediaTypeHeaderValue(files[index].ContentType) } };
            form.Add(part, $"files[{index}]", files[index].Name);
        }

        return form;
    }

    private async Task<T> ReadAsync<T>(Route route, Func<HttpContent>? content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var body = await rest.SendAsync(route, content, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("the answer is empty");
        }
        catch (JsonException broken)
        {
            throw new DiscordRestException($"{route} was answered with something that cannot be read: {broken.Message}", System.Net.HttpStatusCode.OK, 0);
        }
    }
}
