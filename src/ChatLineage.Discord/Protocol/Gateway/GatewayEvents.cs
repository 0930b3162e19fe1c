using System.Text.Json;
using ChatLineage.Discord.Protocol.Json;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Reads the events that the bot acts on (events/gateway-events.mdx).</summary>
internal static class GatewayEvents
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";

    private static DiscordJson Json => DiscordJson.Default;

    /// <summary>The event; null for one that the bot does not act on.</summary>
    /// <exception cref="JsonException">The content is not what the name promises.</exception>
    public static GatewayEvent? Read(string? name, ReadOnlySpan<byte> data) => name switch
    {
        Ready => JsonSerializer.Deserialize(data, Json.Ready),
        Resumed => new GatewayEvent.Resumed(),
        "MESSAGE_CREATE" => new GatewayEvent.MessageCreated(Required(JsonSerializer.Deserialize(data, Json.Message))),
        "MESSAGE_DELETE" => new GatewayEvent.MessageDeleted(Required(JsonSerializer.Deserialize(data, Json.DeletedObject)).Id),
        "MESSAGE_DELETE_BULK" => new GatewayEvent.MessagesDeleted(Required(JsonSerializer.Deserialize(data, Json.DeletedObjects)).Ids),
        "INTERACTION_CREATE" => new GatewayEvent.InteractionCreated(Required(JsonSerializer.Deserialize(data, Json.Interaction))),
        "GUILD_CREATE" => new GatewayEvent.GuildSeen(Required(JsonSerializer.Deserialize(data, Json.Guild))),
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => new GatewayEvent.RoleSeen(Required(JsonSerializer.Deserialize(data, Json.RoleChange)).Role),
        "THREAD_CREATE" or "THREAD_UPDATE" => new GatewayEvent.ThreadSeen(Required(JsonSerializer.Deserialize(data, Json.Channel))),
        "THREAD_DELETE" => new GatewayEvent.ThreadDeleted(Required(JsonSerializer.Deserialize(data, Json.DeletedObject)).Id),
        _ => null,
    };

    private static T Required<T>(T? value)
        where T : class => value ?? throw new JsonException("An event has content.");
}
