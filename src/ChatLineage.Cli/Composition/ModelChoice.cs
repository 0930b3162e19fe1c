using ChatLineage.Answering.Drafting;
using ChatLineage.Cli.ModelServer;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>Decides whether a model words the answers, and which: one is wanted, and the server has it, or it is here and can be
/// loaded.</summary>
/// <remarks>Nothing of the model's libraries is touched before <see cref="PrepareAsync"/>, and with <c>--no-model</c> not then
/// either.</remarks>
internal sealed class ModelChoice(AnsweringChoices choices, ProgramOptions options, IServiceProvider services) : IDisposable
{
    private const string Instead = "answers are put together from the notes word by word";

    private ModelServerConnection? _server;
    private IChatClient? _client;

    /// <summary>The name of the model that words the answers; null without one.</summary>
    public string? Name { get; private set; }

    /// <summary>Loads the model, or asks the server for it. Where that is not possible, says so and what to do, and the answers are made
    /// without.</summary>
    public async Task PrepareAsync(Action<string> notice, CancellationToken cancellationToken)
    {
        if (choices.NoModel)
            return;
        if (options.ModelServer.IsSet)
        {
            await ConnectAsync(notice, cancellationToken);
            return;
        }

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
            await LoadAsync(host, path, notice, cancellationToken);
        }
    }

    /// <summary>Makes what words answers with the model; null without one.</summary>
    /// <exception cref="PromptTemplateException">The prompt template is missing or broken.</exception>
    public Drafter? CreateDrafter() => _client is { } client
        ? new Drafter(client, PromptFolder.Find(options.Drafter.PromptsFolder), options.Drafter, services.GetRequiredService<ILogger<Drafter>>())
        : null;

    /// <inheritdoc/>
    public void Dispose() => _server?.Dispose();

    private async Task ConnectAsync(Action<string> notice, CancellationToken cancellationToken)
    {
        _server ??= new ModelServerConnection(options.ModelServer);
        if (await _server.FindProblemAsync(cancellationToken) is { } problem)
        {
            notice($"{problem} Until then {Instead}.");
            return;
        }

        if (_server.Warning is { } warning)
            notice(warning);
        (_client, Name) = (_server.Client, options.ModelServer.Model);
    }

    private async Task LoadAsync(LocalModelHost host, string path, Action<string> notice, CancellationToken cancellationToken)
    {
        try
        {
            await host.LoadAsync(cancellationToken);
            (_client, Name) = (host.ChatClient, Path.GetFileNameWithoutExtension(path));
        }
        catch (ModelLoadException broken)
        {
            notice($"{broken.Message} Until then {Instead}.");
        }
    }
}
