using ChatLineage.Cli.Composition;
using ChatLineage.Discord;
using ChatLineage.Discord.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Cli.Doctor.Discord;

/// <summary>What the probes of Discord share: the connection, and what the first of them found. Lives as long as the command.</summary>
internal sealed class DiscordExamination(DiscordOptions options)
{
    public DiscordOptions Options => options;

    public DiscordSetup Setup { get; } = new(options, ProgramServices.CreateHttp(), TimeProvider.System, NullLogger<DiscordSetup>.Instance);

    /// <summary>The bot; null until the token was taken.</summary>
    public DiscordBot? Bot { get; set; }
}
