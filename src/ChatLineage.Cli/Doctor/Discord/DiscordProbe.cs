using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Doctor.Discord;

/// <summary>A look at Discord.</summary>
/// <param name="name">What is looked at.</param>
/// <param name="examination">What the probes of one examination share.</param>
/// <param name="look">Looks, once the token is known to be taken.</param>
internal sealed class DiscordProbe(string name, DiscordExamination examination, Func<DiscordSetup, DiscordBot, CancellationToken, Task<ProbeResult>> look) : IProbe
{
    public string Name => name;

    public async Task<ProbeResult> RunAsync(CancellationToken cancellationToken)
    {
        if (examination.Bot is not { } bot)
            return ProbeResult.Skipped(examination.Options.IsConfigured ? "It needs a token that Discord takes; see above." : "There is no token.");
        try
        {
            return await look(examination.Setup, bot, cancellationToken);
        }
        catch (DiscordRestException refused)
        {
            // With an error code it is Discord's own refusal, and the message says what to do.
            return ProbeResult.Failed(
                refused.Message, refused.Code == 0 ? "Check the network, and https://discordstatus.com; then run this again." : "Do that, then run this again.");
        }
    }
}
