using ChatLineage.Cli.Composition;
using ChatLineage.Slack;
using ChatLineage.Slack.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Cli.Doctor.Slack;

/// <summary>Slack takes the bot's token, and it may do what it must.</summary>
internal sealed class SlackBotProbe(SlackOptions options) : IProbe
{
    public string Name => "slack bot";

    public async Task<ProbeResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
            return ProbeResult.Skipped("There is no token.");
        using var http = ProgramServices.CreateHttp();
        return (await new SlackSetup(options, http, TimeProvider.System, NullLogger<SlackSetup>.Instance).CheckBotAsync(cancellationToken)).ToResult();
    }
}
