using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Commands;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Setup;

/// <summary>Sets the bot up on Discord, and looks at how it is set up.</summary>
/// <remarks>Every method that asks Discord throws <see cref="DiscordRestException"/> when it refuses or cannot be reached; the message says what to do.</remarks>
public sealed partial class DiscordSetup
{
    private readonly DiscordOptions _options;
    private readonly DiscordApi _api;

    /// <summary>Prepares; nothing is sent yet.</summary>
    /// <param name="options">With a token.</param>
    /// <param name="http">Sends requests.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public DiscordSetup(DiscordOptions options, HttpClient http, TimeProvider time, ILogger<DiscordSetup> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _api = DiscordPlatform.ApiOf(options, http, time, logger);
    }

    /// <summary>How many commands the bot has.</summary>
    public static int CommandCount => CommandSet.Create(everywhere: true).Length;

    /// <summary>True when a text has the form of a token: three parts with dots between.</summary>
    public static bool LooksLikeToken(string? token) => token is not null && TokenShape().IsMatch(token);

    /// <summary>True when a text has the form of an id.</summary>
    public static bool LooksLikeId(string text) => Snowflake.TryParse(text, out _);

    /// <summary>The address at which somebody adds the bot to a server, with the permissions that it needs and no others.</summary>
    /// <param name="applicationId">The id of the bot's application.</param>
    public static Uri InviteLink(string applicationId) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={Uri.EscapeDataString(applicationId)}&scope=bot+applications.commands&permissions={BotPermissions.All}"));

    /// <summary>The bot that the token belongs to.</summary>
    public async Task<DiscordBot> LoginAsync(CancellationToken cancellationToken)
    {
        var application = await _api.GetApplicationAsync(cancellationToken);
        return new DiscordBot(application.Id.ToString(), application.Name ?? "?", application.MayReadContent, application.InteractionsEndpointUrl);
    }

    /// <summary>The servers that the bot is in, with the permissions that it lacks there; the first 200.</summary>
    public async Task<IReadOnlyList<JoinedServer>> ServersAsync(CancellationToken cancellationToken) =>
        [.. (await _api.GetGuildsAsync(cancellationToken)).Select(guild => new JoinedServer(guild.Id.ToString(), guild.Name ?? "?", BotPermissions.MissingIn(guild.Permissions)))];

    /// <summary>True when Discord has exactly the commands of this version.</summary>
    /// <param name="server">The id of a server; null for the commands that are there everywhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> HasCommandsAsync(string? server, CancellationToken cancellationToken) =>
        await new CommandRegistrar(_api).IsCurrentAsync(await ApplicationAsync(cancellationToken), Id(server), cancellationToken);

    /// <summary>Makes Discord know the commands of this version; others of the bot are removed. Writes only when something differs.</summary>
    /// <param name="server">The id of a server, where they can be used at once; null for everywhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when Discord had them already.</returns>
    public async Task<bool> RegisterAsync(string? server, CancellationToken cancellationToken) =>
        await new CommandRegistrar(_api).RegisterAsync(await ApplicationAsync(cancellationToken), Id(server), cancellationToken);

    /// <summary>Makes Discord forget the commands of the bot.</summary>
    /// <param name="server">The id of a server, to forget those of that server; null for those of everywhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when Discord had none.</returns>
    public async Task<bool> RemoveCommandsAsync(string? server, CancellationToken cancellationToken) =>
        await new CommandRegistrar(_api).RemoveAsync(await ApplicationAsync(cancellationToken), Id(server), cancellationToken);

    /// <summary>Opens the gateway up to its first word, without beginning a session.</summary>
    /// <returns>How many sessions may still be begun today, and how many a day has.</returns>
    /// <exception cref="System.Net.WebSockets.WebSocketException">It cannot be reached.</exception>
    public async Task<(int Remaining, int Total)> KnockAsync(CancellationToken cancellationToken)
    {
        var bot = await _api.GetGatewayBotAsync(cancellationToken);
        var settings = new GatewaySettings(_options.Token ?? "", Intents.None) { AddressOverride = _options.GatewayAddress };
        await using var connection = await ClientWebSocketConnector.WithoutPings.ConnectAsync(settings.Complete(new Uri(bot.Url)), cancellationToken);
        await connection.ReceiveAsync(new byte[1024], cancellationToken);
        await connection.CloseAsync(CloseCodes.Leaving, cancellationToken);
        return (bot.SessionStartLimit.Remaining, bot.SessionStartLimit.Total);
    }

    private async Task<Snowflake> ApplicationAsync(CancellationToken cancellationToken) => (await _api.GetApplicationAsync(cancellationToken)).Id;

    private static Snowflake? Id(string? text) =>
        text is null ? null : Snowflake.TryParse(text, out var id) ? id : throw new ArgumentException($"'{text}' is no id of a server.", nameof(text));

    [GeneratedRegex(@"^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$")]
    private static partial Regex TokenShape();
}
