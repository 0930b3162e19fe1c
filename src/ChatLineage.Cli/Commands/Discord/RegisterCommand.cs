using System.CommandLine;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Commands.Discord;

/// <summary><c>chatlineage discord register</c></summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        var server = new Option<string?>("--server") { Description = "The id of one server, where the commands can be used at once; without it, everywhere.", HelpName = "id" };
        server.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !DiscordSetup.LooksLikeId(token.Value))
                result.AddError($"'{token.Value}' is no id of a server: switch on Developer Mode in Discord, and copy the id from the menu of the server.");
        });
        var command = new Command("register", "Make Discord know the commands of the bot; does nothing when it does already.") { server };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? server, CancellationToken cancellationToken)
    {
        using var discord = DiscordConnection.Open();
        var written = await discord.Setup.RegisterAsync(server, cancellationToken);
        var place = server is null ? "everywhere" : $"in server {server}";
        await Console.Out.WriteLineAsync(
            written ? $"{DiscordSetup.CommandCount} commands are registered {place}." : $"Discord had these {DiscordSetup.CommandCount} commands {place} already; nothing was written.");
        return ExitCode.Done;
    }
}
