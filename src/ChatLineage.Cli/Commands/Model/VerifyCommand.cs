using System.CommandLine;
using ChatLineage.Cli.Commands.Model.Json;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Catalogue;

namespace ChatLineage.Cli.Commands.Model;

/// <summary><c>chatlineage model verify [model]</c></summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "A name from the catalogue, or the path of a GGUF file; without it, every model that is here.", Arity = ArgumentArity.ZeroOrOne };
        var format = ModelFormat.CreateOption("How to write what is found.");
        var command = new Command("verify", "Check model files: whole, and as the catalogue has them; exit code 1 when one is not.") { model, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(model), parsed.GetValue(format) == ModelFormat.Json, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? model, bool json, CancellationToken cancellationToken)
    {
        var (options, store) = ModelArgument.Open();
        var inUse = ModelsInUse.Of(options);
        IEnumerable<string> files = model is not null
            ? [ModelArgument.Find(model, store)]
            : store.Files().Concat(new[] { inUse.Language, inUse.Embedding }.OfType<string>()).Distinct(StringComparer.Ordinal);
        var verdicts = new List<VerifiedModel>();
        foreach (var file in files)
        {
            var verdict = await JudgeAsync(file, cancellationToken);
            verdicts.Add(verdict);
            if (!json)
                await Console.Out.WriteLineAsync($"{file}: {verdict.Message}");
        }

        if (json)
            await Console.Out.WriteLineAsync(ModelJson.Write(verdicts));
        else if (verdicts.Count == 0)
            await Console.Out.WriteLineAsync("There are no model files here. 'chatlineage model list' shows what can be had.");
        return verdicts.TrueForAll(verdict => verdict.Whole) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<VerifiedModel> JudgeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            ModelFile.Inspect(path);
            return await ModelChecksum.VerifyAsync(path, null, cancellationToken) is { } entry
                ? new VerifiedModel(path, entry.Name, true, true, $"as the catalogue has it ({entry.Name}, SHA-256 {entry.Sha256})")
                : new VerifiedModel(path, null, true, false, $"whole, but the catalogue does not know it (SHA-256 {await ModelChecksum.ComputeAsync(path, null, cancellationToken)})");
        }
        catch (ModelLoadException wrong)
        {
            return new VerifiedModel(path, null, false, false, wrong.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new VerifiedModel(path, null, false, false, unreadable.Message);
        }
    }
}
