using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;

namespace ChatLineage.Cli.Doctor.Local;

/// <summary>What the program keeps between runs can be written.</summary>
internal sealed class DataFolderProbe(ProgramOptions options) : IProbe
{
    public string Name => "data folder";

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private ProbeResult Look()
    {
        if ((options.Knowledge.VectorFolder ?? DataFolder.Path) is not { } folder)
            return ProbeResult.Warning("This user has no home folder, so nothing is kept between runs.", "Set 'Knowledge:VectorFolder' to a folder that can be written.");
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return ProbeResult.Ok($"'{folder}' can be written.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return ProbeResult.Failed($"'{folder}' cannot be written: {refused.Message}", "Give the user who runs the program leave to write there, or set 'Knowledge:VectorFolder' to another folder.");
        }
    }
}
