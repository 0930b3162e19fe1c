using ChatLineage.Cli.Doctor;

namespace ChatLineage.Cli.Tests.Doctor;

/// <summary>A probe made of a delegate.</summary>
internal sealed class ScriptedProbe(string name, Func<CancellationToken, Task<ProbeResult>> run) : IProbe
{
    public string Name => name;

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => run(cancellationToken);
}
