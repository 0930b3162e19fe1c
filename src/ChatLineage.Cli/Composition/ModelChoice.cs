using ChatLineage.Answering.Drafting;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>Decides whether a model words the answers. Asking costs nothing; a model is loaded at its first use.</summary>
internal sealed class ModelChoice(AnsweringChoices choices, ProgramOptions options, IServiceProvider services)
{
    private readonly Lazy<LocalModelHost?> _host = new(() => choices.NoModel ? null : services.GetRequiredService<LocalModelHost>());

    /// <summary>Makes what words answers with the model; null when none is wanted or its file is not there.</summary>
    /// <exception cref="PromptTemplateException">The prompt template is missing or broken.</exception>
    public Drafter? CreateDrafter() => HasFile
        ? new Drafter(_host.Value!.ChatClient, PromptFolder.Find(options.Drafter.PromptsFolder), options.Drafter, services.GetRequiredService<ILogger<Drafter>>())
        : null;

    /// <summary>The name of the model's file; null without one.</summary>
    public string? Name => HasFile ? Path.GetFileNameWithoutExtension(_host.Value!.ModelPath) : null;

    private bool HasFile => _host.Value?.ModelPath is { } path && File.Exists(path);

    /// <summary>Says so when a model was wanted and there is none.</summary>
    public void Announce(Action<string> notice)
    {
        if (choices.NoModel || HasFile)
            return;
        notice(_host.Value!.ModelPath is { } path
            ? $"The setting 'LocalModel:ModelPath' names '{path}', where no file is: answers are put together from the notes word by word. Correct the path, or leave it out for the model in models/."
            : "No model file in models/: answers are put together from the notes word by word. Add one as models/README.md says.");
    }
}
