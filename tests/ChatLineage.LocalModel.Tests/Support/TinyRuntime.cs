using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>The native runtime with a tiny random model.</summary>
public sealed class TinyRuntime : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyRuntime()
    {
        Path = TinyModel.Write(_folder.Path);
        Model = LlamaSharpRuntime.Get(null, preferGpu: false).Load(Path, 0, 0, CancellationToken.None);
    }

    public string Path { get; }

    internal ILlamaModel Model { get; }

    internal ILlamaContext CreateContext(int contextTokens = 256, int batchTokens = 64, int sequences = 4) =>
        Model.CreateContext(new ContextSettings(contextTokens, batchTokens, sequences, Threads: 1));

    public void Dispose()
    {
        Model.Dispose();
        _folder.Dispose();
    }
}
