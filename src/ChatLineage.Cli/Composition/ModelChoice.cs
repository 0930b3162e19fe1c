using ChatLineage.Answering.Drafting;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>Decides whether a model words the answers: when one is wanted, is there and can be loaded.</summary>
/// <remarks>Nothing of the model's libraries is touched before <see cref="PrepareAsync"/>, and with <c>--no-model</c> not then either.</remarks>
internal sealed class ModelChoice(AnsweringChoices choices, ProgramOptions options, IServiceProvider services)
{
    private const string Instead = "answers are put together from the notes word by word";

    private LocalModelHost? _host;

    /// <summary>The name of the model that words the answers; null without one.</summary>
    public string? Name => Path.GetFileNameWithoutExtension(_host?.ModelPath);

    /// <summary>Loads the model. Where that is not possible, says so and what to do, and the answers are made without.</summary>
    public async Task PrepareAsync(Action<string> notice, CancellationToken cancellationToken)
    {
        if (choices.NoModel)
            return;
        var host = services.GetRequiredService<LocalModelHost>();
        if (host.ModelPath is not { } path)
        {
            notice($"No model file in models/: {Instead}. models/README.md tells about the one that ships; 'chatlineage model list' shows others.");
        }
        else if (!File.Exists(path))
        {
            notice($"The setting 'LocalModel:ModelPath' names '{path}', where no file is: {Instead}. Correct the path, or choose a model with 'chatlineage model use'.");
        }
        else
        {
            await LoadAsync(host, notice, cancellationToken);
        }
    }

    /// <summary>Makes what words answers with the model; null without one.</summary>
    /// <exception cref="PromptTemplateException">The prompt template is missing or broken.</exception>
    public Drafter? CreateDrafter() => _host is { } host
        ? new Drafter(host.ChatClient, PromptFolder.Find(options.Drafter.PromptsFolder), options.Drafter, services.GetRequiredService<ILogger<Drafter>>())
        : null;

    private async Task LoadAsync(LocalModelHost host, Action<string> notice, CancellationToken cancellationToken)
    {
        try
        {
            await host.LoadAsync(cancellationToken);
            _host = host;
        }
        catch (ModelLoadException broken)
        {
            notice($"{broken.Message} Until then {Instead}.");
        }
    }
}
