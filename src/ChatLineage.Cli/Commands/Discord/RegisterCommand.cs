using System.CommandLine;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Commands.Discord;

/// <summary><c>chatlineage discord register</c></summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        var server = new Option<string?>("--server")
        {
            Description = "The id of one server, for commands of that server alone; without it, everywhere.",
            HelpName = "id",
        };
        server.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !DiscordSetup.LooksLikeId(token.Value))
                result.AddError($"'{token.Value}' is no id of a server: switch on Developer Mode in Discord, and copy the id from the menu of the server.");
        });
        var remove = new Option<bool>("--remove") { Description = "Take the commands away there instead." };
        var command = new Command("register", "Make Discord know the commands of the bot; does nothing when it does already.") { server, remove };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server), parsed.GetValue(remove), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? server, bool remove, CancellationToken cancellationToken)
    {
        using var discord = DiscordConnection.Open();
        var place = server is null ? "everywhere" : $"in server {server}";
        await Console.Out.WriteLineAsync(remove
            ? await RemoveAsync(discord.Setup, server, place, cancellationToken)
            : await RegisterAsync(discord.Setup, server, place, cancellationToken));
        if (server is not null && !remove && await discord.Setup.HasCommandsAsync(null, cancellationToken))
            await Console.Out.WriteLineAsync($"They are registered everywhere as well, so server {server} shows each twice: add --remove to take its own away.");
        return ExitCode.Done;
    }

    private static async Task<string> RegisterAsync(DiscordSetup setup, string? server, string place, CancellationToken cancellationToken) =>
        await setup.RegisterAsync(server, cancellationToken)
            ? $"{DiscordSetup.CommandCount} commands are registered {place}. Where Discord does not show them yet, reload it (Ctrl-R)."
            : $"Discord had these {DiscordSetup.CommandCount} commands {place} already; nothing was written.";

    private static async Task<string> RemoveAsync(DiscordSetup setup, string? server, string place, CancellationToken cancellationToken) =>
        await setup.RemoveCommandsAsync(server, cancellationToken) ? $"The commands are taken away {place}." : $"There were no commands {place}; nothing was written.";
}
