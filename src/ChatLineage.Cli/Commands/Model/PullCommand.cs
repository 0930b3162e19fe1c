using System.CommandLine;
using ChatLineage.LocalModel.Catalogue;
using ChatLineage.LocalModel.Catalogue.Downloads;

namespace ChatLineage.Cli.Commands.Model;

/// <summary><c>chatlineage model pull &lt;name&gt;</c></summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "A name from the catalogue, or hf:owner/name/file.gguf." };
        var command = new Command("pull", "Download a model; goes on where an earlier try stopped.") { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(name), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        var (_, store) = ModelArgument.Open();
        var entry = ModelCatalogue.Find(name) ?? CatalogueEntry.FromHub(name)
            ?? throw new CommandException($"The catalogue has no '{name}'. It has {string.Join(", ", ModelCatalogue.Entries.Select(each => each.Name))}; any other file of the hub is hf:owner/name/file.gguf.");
        if (entry.IsShipped && store.Find(entry) is { } shipped)
        {
            await Console.Out.WriteLineAsync($"{entry.Title} comes with the program: {shipped}");
            return ExitCode.Done;
        }

        if (entry.Licence.Length > 0)
            await Console.Error.WriteLineAsync($"{entry.Title}, {DataSize.Of(entry.SizeBytes)}, licence: {entry.Licence}.");
        if (entry.Sha256 is null)
            await Console.Error.WriteLineAsync("The catalogue does not know this file, so its checksum is unknown: only what the server says of it can be checked.");
        using var downloader = new ModelDownloader(new DownloadOrigin(HubEndpoint.Address(DownloadOrigin.DefaultEndpoint), HubEndpoint.Token));
        var bar = new PullProgress(Console.Error, Console.IsErrorRedirected);
        var model = await bar.ShowWhileAsync(() => downloader.PullAsync(entry, store.Folder, bar, cancellationToken));
        await Console.Out.WriteLineAsync(
            $"{(model.WasThere ? "Already here" : "Pulled")}: {model.Path} ({DataSize.Of(model.SizeBytes)}, SHA-256 {model.Sha256}{Proof(model.Proof)}).");
        await Console.Out.WriteLineAsync($"Choose it with: chatlineage model use {(ModelCatalogue.Find(name) is null ? entry.FileName : entry.Name)}");
        return ExitCode.Done;
    }

    private static string Proof(ChecksumProof proof) => proof switch
    {
        ChecksumProof.Catalogue => ", as the catalogue has it",
        ChecksumProof.Server => ", as the server says",
        _ => ", compared with nothing",
    };
}
