using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;
using ChatLineage.Discord.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Cli.Commands.Discord;

/// <summary>What the commands about Discord ask Discord through. Dispose it at the end.</summary>
internal sealed class DiscordConnection : IDisposable
{
    private readonly HttpClient _http = ProgramServices.CreateHttp();

    private DiscordConnection(ProgramOptions options) => Setup = new DiscordSetup(options.Discord, _http, TimeProvider.System, NullLogger<DiscordSetup>.Instance);

    public DiscordSetup Setup { get; }

    /// <exception cref="CommandException">There is no token.</exception>
    public static DiscordConnection Open()
    {
        var options = ProgramServices.ReadOptions();
        return options.Discord.IsConfigured ? new DiscordConnection(options) : throw new CommandException(
            $"There is no token. Copy it from Bot > Token in https://discord.com/developers/applications and set it as {SettingsFiles.Prefix}Discord__Token.");
    }

    public void Dispose() => _http.Dispose();
}
