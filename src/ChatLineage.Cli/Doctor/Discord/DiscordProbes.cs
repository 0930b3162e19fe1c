using System.Net.WebSockets;
using ChatLineage.Discord;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Doctor.Discord;

/// <summary>What is looked at on Discord, in order: the token first, since nothing else can be asked without it.</summary>
internal static class DiscordProbes
{
    public static IReadOnlyList<IProbe> All(DiscordOptions options)
    {
        var examination = new DiscordExamination(options);
        return
        [
            new DiscordTokenProbe(examination),
            new DiscordProbe("discord intents", examination, (_, bot, _) => Task.FromResult(Intents(options, bot))),
            new DiscordProbe("discord servers", examination, ServersAsync),
            new DiscordProbe("discord commands", examination, CommandsAsync),
            new DiscordProbe("discord gateway", examination, (setup, _, token) => GatewayAsync(options, setup, token)),
            new DiscordProbe("discord interactions", examination, (_, bot, _) => Task.FromResult(Interactions(options, bot))),
        ];
    }

    private static ProbeResult Intents(DiscordOptions options, DiscordBot bot)
    {
        const string SwitchOn = "Switch on 'Message Content Intent' under Bot > Privileged Gateway Intents in https://discord.com/developers/applications";
        return (options.MessageContent, bot.MayReadContent) switch
        {
            (true, false) => ProbeResult.Failed(
                "Discord:MessageContent is true, but the developer portal does not allow it, so Discord will refuse the bot.", $"{SwitchOn}, or leave the setting out."),
            (null, false) => ProbeResult.Warning(
                "Message Content Intent is off: mentions, direct messages and commands work; replies and follow-ups in threads without a mention are not seen.", $"{SwitchOn}, if you want those."),
            (false, _) => ProbeResult.Ok("Only mentions, direct messages and commands are read, as Discord:MessageContent says."),
            _ => ProbeResult.Ok("Message Content Intent is on."),
        };
    }

    private static async Task<ProbeResult> ServersAsync(DiscordSetup setup, DiscordBot bot, CancellationToken cancellationToken)
    {
        var servers = await setup.ServersAsync(cancellationToken);
        var invite = DiscordSetup.InviteLink(bot.ApplicationId);
        if (servers.Count == 0)
            return ProbeResult.Warning("The bot is in no server.", $"Open {invite} and choose one.");
        var lacking = servers.Where(server => server.Missing.Count > 0).Select(server => $"{server.Name} ({string.Join(", ", server.Missing)})").ToList();
        return lacking.Count > 0
            ? ProbeResult.Warning($"Permissions are missing in {string.Join("; ", lacking)}.", $"Give them to the bot's role there, or open {invite} again.")
            : ProbeResult.Ok($"It has what it needs in {servers.Count} servers; single channels can still take it away.");
    }

    private static async Task<ProbeResult> CommandsAsync(DiscordSetup setup, DiscordBot bot, CancellationToken cancellationToken) =>
        await setup.HasCommandsAsync(null, cancellationToken)
            ? ProbeResult.Ok($"Discord knows all {DiscordSetup.CommandCount} commands.")
            : ProbeResult.Warning("The commands that Discord knows everywhere are not those of this version.", "Run 'chatlineage discord register'. (Those of one server were not looked at.)");

    private static async Task<ProbeResult> GatewayAsync(DiscordOptions options, DiscordSetup setup, CancellationToken cancellationToken)
    {
        if (!options.Gateway)
            return ProbeResult.Skipped("Not wanted: Discord:Gateway is false.");
        try
        {
            var (remaining, total) = await setup.KnockAsync(cancellationToken);
            return remaining > total / 20
                ? ProbeResult.Ok($"It can be reached; {remaining} of {total} session starts of the day are left.")
                : ProbeResult.Warning($"Only {remaining} of {total} session starts of the day are left.", "See why the bot starts so often; Discord resets the token of one that uses them up.");
        }
        catch (WebSocketException closed)
        {
            return ProbeResult.Failed($"The gateway cannot be reached: {closed.Message}", "Allow connections to wss://gateway.discord.gg, port 443, through the firewall or proxy.");
        }
    }

    private static ProbeResult Interactions(DiscordOptions options, DiscordBot bot) => (options.PublicKey, bot.InteractionsUrl) switch
    {
        (null, { } url) => ProbeResult.Failed(
            $"Discord sends commands and buttons to {url}, where this program does not listen.",
            "Clear 'Interactions Endpoint URL' under General Information in https://discord.com/developers/applications, or set Discord:PublicKey and serve that address."),
        ({ }, null) => ProbeResult.Warning(
            $"The program listens on {options.ListenOn}, but Discord does not send anything there.",
            "Set 'Interactions Endpoint URL' under General Information in https://discord.com/developers/applications to the address that leads here."),
        ({ }, { } url) => ProbeResult.Ok($"Discord sends commands and buttons to {url}; the program listens on {options.ListenOn}."),
        _ => ProbeResult.Ok("Commands and buttons come through the gateway."),
    };
}
