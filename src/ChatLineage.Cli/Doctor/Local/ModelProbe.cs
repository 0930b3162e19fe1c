using ChatLineage.Cli.Commands.Model;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;

namespace ChatLineage.Cli.Doctor.Local;

/// <summary>The file of the language model is there and whole.</summary>
internal sealed class ModelProbe(AnsweringChoices choices, ProgramOptions options) : IProbe
{
    private const string Without = "answers are put together from the notes word by word";
    private const string Choose = "See 'chatlineage model list', and choose one with 'chatlineage model use'.";

    public string Name => "language model";

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private ProbeResult Look()
    {
        if (choices.NoModel)
            return ProbeResult.Skipped($"Not wanted: {Without}.");
        if (options.ModelServer.IsSet)
            return ProbeResult.Skipped("A model server words the answers ('ModelServer:Model').");
        if (ModelsInUse.Of(options).Language is not { } path)
            return ProbeResult.Warning($"There is no model file: {Without}.", Choose);
        if (!File.Exists(path))
            return ProbeResult.Warning($"There is no file '{path}': {Without}.", Choose);
        try
        {
            var model = ModelFile.Inspect(path);
            return ProbeResult.Ok($"{model.Name} in '{path}'.");
        }
        catch (ModelLoadException broken)
        {
            return ProbeResult.Warning($"{broken.Message} Until then {Without}.", Choose);
        }
    }
}
