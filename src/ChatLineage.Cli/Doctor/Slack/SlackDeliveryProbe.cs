using System.Net;
using ChatLineage.Cli.Composition;
using ChatLineage.Slack;
using ChatLineage.Slack.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Cli.Doctor.Slack;

/// <summary>Slack can deliver: it opens a socket, or its requests can be listened for.</summary>
internal sealed class SlackDeliveryProbe(SlackOptions options) : IProbe
{
    public string Name => "slack delivery";

    public async Task<ProbeResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
            return ProbeResult.Skipped("There is no token.");
        if (options.Mode == SlackMode.Http)
            return Listen();
        using var http = ProgramServices.CreateHttp();
        return (await new SlackSetup(options, http, TimeProvider.System, NullLogger<SlackSetup>.Instance).CheckSocketAsync(cancellationToken)).ToResult();
    }

    private ProbeResult Listen()
    {
        try
        {
            using var listener = new HttpListener();
            listener.Prefixes.Add(options.ListenOn);
            listener.Start();
            return ProbeResult.Ok($"{options.ListenOn} can be listened on; whether Slack reaches it shows under Event Subscriptions of the app.");
        }
        catch (Exception refused) when (refused is HttpListenerException or ArgumentException)
        {
            return ProbeResult.Warning(
                $"{options.ListenOn} cannot be listened on: {refused.Message}",
                "If 'chatlineage serve' runs here, all is well; otherwise end the program that uses the port, or set 'Slack:ListenOn' to another.");
        }
    }
}
