using ChatLineage.Discord.Protocol.Gateway;
using Discord.Net.Rest;
using Discord.WebSocket;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Gateway;

/// <summary>The settings of Discord.Net's clients.</summary>
internal static class ClientSettings
{
    /// <summary>The settings for the gateway.</summary>
    public static DiscordSocketConfig Of(DiscordOptions options, Intents intents) => new()
    {
        GatewayIntents = (Net.GatewayIntents)(int)intents,
        TotalShards = options.ShardCount,
        GatewayHost = options.GatewayAddress is { } address ? $"{address.ToString().TrimEnd('/')}/?v={Net.DiscordConfig.APIVersion}&encoding={DiscordSocketConfig.GatewayEncoding}" : null,
        RestClientProvider = Rest(options),
        LogGatewayIntentWarnings = false,
        LogLevel = Net.LogSeverity.Warning,
        MessageCacheSize = 0,

        // A clock that is wrong would make it give up interactions that Discord still takes.
        UseInteractionSnowflakeDate = false,
        ResponseInternalTimeCheck = false,
        UseSystemClock = false,
    };

    /// <summary>Where requests go.</summary>
    public static RestClientProvider Rest(DiscordOptions options) => options.ApiAddress is { } address
        ? _ => DefaultRestClientProvider.Instance($"{address.ToString().TrimEnd('/')}/")
        : DefaultRestClientProvider.Instance;
}
