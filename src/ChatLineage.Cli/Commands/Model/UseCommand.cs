using System.CommandLine;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Catalogue;

namespace ChatLineage.Cli.Commands.Model;

/// <summary><c>chatlineage model use &lt;model&gt;</c></summary>
internal static class UseCommand
{
    private const string PromptKey = ProgramOptions.DrafterSection + ":Prompt";

    public static Command Create()
    {
        var model = ModelArgument.Create(optional: false);
        var command = new Command("use", "Choose the model that words answers (or the one for the search); the choice lasts.") { model };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(model), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string model, CancellationToken cancellationToken)
    {
        var (options, store) = ModelArgument.Open();
        var file = ModelFile.Inspect(ModelArgument.Find(model, store));
        await TryAsync(options, file, cancellationToken);
        var key = $"{LocalModelOptions.SectionName}:{(file.IsEmbeddingModel ? nameof(LocalModelOptions.EmbeddingModelPath) : nameof(LocalModelOptions.ModelPath))}";
        UserSettings.Change(Values(file, key));
        await Console.Out.WriteLineAsync($"In use from now on: {file.Path}");
        await Console.Out.WriteLineAsync($"Written to {UserSettings.FilePath}.");
        var now = ProgramServices.ReadOptions();
        if (now.ModelServer.IsSet && !file.IsEmbeddingModel)
        {
            await Console.Error.WriteLineAsync($"But the setting 'ModelServer:Model' wins: '{now.ModelServer.Model}' on {now.ModelServer.Address} words the answers. Take it out to use the file.");
            return ExitCode.Failed;
        }

        if (!ModelsInUse.Of(now).Has(file.Path))
        {
            await Console.Error.WriteLineAsync(
                $"But another setting of '{key}' wins here: an environment variable {SettingsFiles.Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}, user secrets, or appsettings.json in this folder. Take it out there.");
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }

    // Loading shows what the header does not: whether the runtime knows the architecture and the template, and whether the memory is
    // enough.
    private static async Task TryAsync(ProgramOptions options, ModelFile file, CancellationToken cancellationToken)
    {
        var trial = options.LocalModel;
        (trial.ModelPath, trial.EmbeddingModelPath) = file.IsEmbeddingModel ? (trial.ModelPath, file.Path) : (file.Path, trial.EmbeddingModelPath);
        await using var host = new LocalModelHost(trial);
        if (file.IsEmbeddingModel)
        {
            await host.LoadEmbeddingModelAsync(cancellationToken);
            return;
        }

        var report = await host.LoadAsync(cancellationToken);
        await Console.Error.WriteLineAsync($"Loaded {report}.");
        foreach (var warning in report.Warnings)
            await Console.Error.WriteLineAsync(warning);
    }

    // What ships is what is used without any setting, also after the program has moved.
    private static Dictionary<string, string?> Values(ModelFile file, string key)
    {
        var shipped = ModelCatalogue.Entries.Any(entry => entry.IsShipped && ModelFolder.IsShipped(file.Path, entry.FileName));
        var values = new Dictionary<string, string?> { [key] = shipped ? null : file.Path };
        if (!file.IsEmbeddingModel)
            values[PromptKey] = ModelCatalogue.FindByFile(file.Path) is { IsShipped: true } ? null : ProgramOptions.GeneralPrompt;
        return values;
    }
}
