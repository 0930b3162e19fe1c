using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Discord.Setup;

namespace ChatLineage.Cli.Doctor.Discord;

/// <summary>There is a token, it has the form of one, and Discord takes it.</summary>
internal sealed class DiscordTokenProbe(DiscordExamination examination) : IProbe
{
    private const string Copy = "Copy the token anew from Bot > Token in https://discord.com/developers/applications and set it as CHATLINEAGE_Discord__Token.";

    private const string Formless = "It does not have the form of one: three parts with dots between.";

    public string Name => "discord token";

    public async Task<ProbeResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!examination.Options.IsConfigured)
            return ProbeResult.Skipped("Discord is not set up.", "To serve Discord, set CHATLINEAGE_Discord__Token; the README tells where it comes from.");
        try
        {
            var bot = await examination.Setup.LoginAsync(cancellationToken);
            examination.Bot = bot;
            return ProbeResult.Ok($"Discord takes the token; it is that of {bot.Name} ({bot.ApplicationId}).");
        }
        catch (DiscordRestException refused) when (refused.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            return ProbeResult.Failed(
                $"Discord does not take the token. {(HasForm ? "It has the form of one, so it was reset or belongs to something else." : Formless)}", Copy);
        }
        catch (DiscordRestException away)
        {
            return ProbeResult.Failed(
                HasForm ? away.Message : $"{away.Message} The token would not be taken either. {Formless}",
                $"Check the network, a proxy (HTTPS_PROXY), and https://discordstatus.com; then run this again.{(HasForm ? "" : $" {Copy}")}");
        }
    }

    private bool HasForm => DiscordSetup.LooksLikeToken(examination.Options.Token);
}
