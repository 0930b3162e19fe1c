using System.Globalization;
using System.Text;

namespace ChatLineage.LocalModel;

/// <summary>What was loaded and on which device: for the line that the program prints at start.</summary>
/// <param name="ModelPath">The model file.</param>
/// <param name="ModelName">The model's own name, or its file name where it has none.</param>
/// <param name="Architecture">The architecture named in the file, for instance <c>llama</c>.</param>
/// <param name="Parameters">Number of parameters.</param>
/// <param name="SizeBytes">Size of the weights in bytes.</param>
/// <param name="Variant">The native build that was loaded: <c>avx2</c>, <c>avx512</c>, <c>cuda12</c>, <c>vulkan</c> or
/// <c>custom</c>.</param>
/// <param name="LibraryPath">The native library that was loaded, or null when the loader did not say.</param>
/// <param name="Devices">The devices that the runtime sees.</param>
/// <param name="SystemInfo">Processor features that the native build uses, in the runtime's own words.</param>
/// <param name="Threads">CPU threads.</param>
/// <param name="ContextTokens">Tokens in the key-value cache, all conversations together.</param>
/// <param name="TrainedContextTokens">Longest text that the model was trained for.</param>
/// <param name="Conversations">Requests that run at the same time.</param>
/// <param name="GpuLayers">Layers on the GPU.</param>
/// <param name="Layers">Layers of the model.</param>
/// <param name="LoadTime">What loading took.</param>
/// <param name="Warnings">What the person who runs the program should know, for instance that a GPU was asked for and none was
/// found.</param>
public sealed record ModelReport(
    string ModelPath,
    string ModelName,
    string Architecture,
    long Parameters,
    long SizeBytes,
    string Variant,
    string? LibraryPath,
    IReadOnlyList<string> Devices,
    string SystemInfo,
    int Threads,
    int ContextTokens,
    int TrainedContextTokens,
    int Conversations,
    int GpuLayers,
    int Layers,
    TimeSpan LoadTime,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The report on one line.</summary>
    /// <returns>For instance <c>ChatLineage Writer 135M (llama, 135 M parameters, 94 MB) on CPU (avx2), 2 threads, context 4096, 4
    /// conversations, loaded in 0.3 s</c>.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"{ModelName} ({Architecture}, {Scale(Parameters)} parameters, {SizeBytes / 1_048_576} MB) on ");
        text.Append(GpuLayers > 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"{string.Join(", ", Devices)} ({Variant}), {GpuLayers} of {Layers} layers offloaded")
            : string.Create(CultureInfo.InvariantCulture, $"CPU ({Variant})"));
        text.Append(CultureInfo.InvariantCulture, $", {Threads} {(Threads == 1 ? "thread" : "threads")}, context {ContextTokens}");
        text.Append(CultureInfo.InvariantCulture,
            $", {Conversations} {(Conversations == 1 ? "conversation" : "conversations")}, loaded in {LoadTime.TotalSeconds:0.0} s");
        return text.ToString();
    }

    private static string Scale(long parameters) => parameters >= 1_000_000_000
        ? (parameters / 1e9).ToString("0.#", CultureInfo.InvariantCulture) + " B"
        : (parameters / 1e6).ToString("0", CultureInfo.InvariantCulture) + " M";
}
