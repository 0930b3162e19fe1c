using ChatLineage.Cli.Composition;
using ChatLineage.Cli.ModelServer;

namespace ChatLineage.Cli.Doctor.Local;

/// <summary>The model server that the settings name can be reached and has the model.</summary>
internal sealed class ModelServerProbe(AnsweringChoices choices, ModelServerOptions options) : IProbe
{
    private const string Fix = "Start the server, or take 'ModelServer:Model' out to use the model in the program.";

    public string Name => "model server";

    public async Task<ProbeResult> RunAsync(CancellationToken cancellationToken)
    {
        if (choices.NoModel || !options.IsSet)
            return ProbeResult.Skipped("None is set up or wanted.");
        using var server = new ModelServerConnection(options);
        if (await server.FindProblemAsync(cancellationToken) is { } problem)
            return ProbeResult.Warning($"{problem} Until then answers are put together from the notes word by word.", Fix);
        return server.Warning is { } leaves
            ? ProbeResult.Warning(leaves, "Keep it if that is what you want; otherwise name a server on this machine.")
            : ProbeResult.Ok($"'{options.Model}' on {options.Address}.");
    }
}
