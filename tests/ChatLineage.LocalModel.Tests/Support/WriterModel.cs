using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Runtime;
using LLama;
using LLama.Common;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>The writer below the public surface, and its vocabulary as LLamaSharp sees it.</summary>
public sealed class WriterModel : IDisposable
{
    internal ILlamaModel Model { get; } = LlamaSharpRuntime.Get(null, preferGpu: false)
        .Load(ModelFiles.Writer, 0, 0, CancellationToken.None);

    public LLamaWeights Vocabulary { get; } =
        LLamaWeights.LoadFromFile(new ModelParams(ModelFiles.Writer) { VocabOnly = true, GpuLayerCount = 0 });

    public void Dispose()
    {
        Model.Dispose();
        Vocabulary.Dispose();
    }
}
