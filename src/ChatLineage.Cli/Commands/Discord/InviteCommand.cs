using System.CommandLine;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Commands.Discord;

/// <summary><c>chatlineage discord invite</c></summary>
internal static class InviteCommand
{
    public static Command Create()
    {
        var command = new Command("invite", "Print the link that adds the bot to a server, with exactly the permissions that it needs.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var discord = DiscordConnection.Open();
        var bot = await discord.Setup.LoginAsync(cancellationToken);
        await Console.Out.WriteLineAsync(DiscordSetup.InviteLink(bot.ApplicationId).AbsoluteUri);
        return ExitCode.Done;
    }
}
