using System.Globalization;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>
/// Compares what a model or a context needs with what the machine has. The runtime does not: it asks for the memory, the system promises
/// it, and the process is killed when it is first written to.
/// </summary>
internal static class MemoryNeed
{
    // Position, shift and the set of up to 256 sequences of each cache entry, rounded up.
    private const long BookkeepingBytes = 64;
    private const long HalfPrecisionBytes = 2;

    /// <summary>Bytes of memory that can be had.</summary>
    public static long AvailableBytes()
    {
        // The collector knows the limit of a container; the kernel knows what others use.
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (!OperatingSystem.IsLinux() || !File.Exists("/proc/meminfo"))
        {
            return limit;
        }

        const string key = "MemAvailable:";
        var line = File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return line is not null && long.TryParse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
            CultureInfo.InvariantCulture, out var kilobytes)
            ? Math.Min(limit, kilobytes * 1024)
            : limit;
    }

    /// <summary>Bytes of a key-value cache in half precision.</summary>
    public static long CacheBytes(SafeLlamaModelHandle model, long contextTokens)
    {
        var heads = Math.Max(1, model.HeadCount);
        var width = (long)model.EmbeddingSize / heads * Math.Max(1, model.KVHeadCount);
        return contextTokens * ((model.LayerCount * width * 2 * HalfPrecisionBytes) + BookkeepingBytes);
    }

    /// <exception cref="ModelLoadException">There is too little.</exception>
    public static void Check(long needed, long available, string path, string what, string next)
    {
        if (needed > available)
        {
            throw new ModelLoadException(
                ModelLoadFailure.OutOfMemory,
                path,
                string.Create(CultureInfo.InvariantCulture,
                    $"{what} of '{path}' would need {Mebibytes(needed):N0} MB of memory and {Mebibytes(available):N0} MB are free. {next}"));
        }
    }

    private static long Mebibytes(long bytes) => bytes / (1024 * 1024);
}
