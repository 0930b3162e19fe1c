using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.EndToEnd.Tests.Model;

/// <summary>A user with a settings file and a download folder of his own, and a hub on this machine.</summary>
internal sealed class ModelHome : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileServer Hub { get; } = new(new TinyModel { TrainedContext = 4096 }.ToBytes());

    public string Folder => _folder.Path;

    public string Settings => Path.Combine(_folder.Path, "config", "settings.json");

    public string Downloads => Path.Combine(_folder.Path, "downloads");

    public Dictionary<string, string> Environment => new()
    {
        ["CHATLINEAGE_SETTINGS"] = Settings,
        ["CHATLINEAGE_LocalModel__DownloadFolder"] = Downloads,
        ["HF_ENDPOINT"] = Hub.Address.ToString(),
        ["NO_PROXY"] = "",
        ["HTTP_PROXY"] = "",
    };

    public Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public Task<ProgramRun> RunAsync(Dictionary<string, string> changes, params string[] arguments)
    {
        var environment = Environment;
        foreach (var (name, value) in changes)
            environment[name] = value;
        return BuiltProgram.RunAsync(arguments, "", BuiltProgram.Root, environment);
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _folder.Dispose();
    }
}
