using System.Globalization;
using ChatLineage.LocalModel.Runtime;
using LLama.Common;
using LLama.Extensions;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>Opens contexts of LLamaSharp: checks the settings and the memory first, since llama.cpp ends the process over either.</summary>
internal static class LlamaSharpContextOpening
{
    private const int MostSequences = 256; // LLAMA_MAX_SEQ

    /// <exception cref="ModelLoadException">The settings are impossible or the memory cannot be had.</exception>
    public static LlamaSharpContext Open(SafeLlamaModelHandle model, ModelFacts facts, ContextSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Sequences is >= 1 and <= MostSequences, true, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.BatchTokens >= 1 && settings.BatchTokens <= settings.ContextTokens, true,
            nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.ContextTokens >= Math.Max(32, settings.Sequences), true, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Threads, 1, nameof(settings));
        MemoryNeed.Check(
            MemoryNeed.CacheBytes(model, settings.ContextTokens), MemoryNeed.AvailableBytes(), facts.Path, "The key-value cache",
            "Lower LocalModel:ContextTokens.");
        var parameters = new ModelParams(facts.Path)
        {
            ContextSize = (uint)settings.ContextTokens,
            BatchSize = (uint)settings.BatchTokens,
            UBatchSize = (uint)settings.BatchTokens,
            SeqMax = (uint)settings.Sequences,
            KVUnified = true,
            SwaFull = true, // a sliding-window cache has dropped what a shared beginning needs
            Threads = settings.Threads,
            BatchThreads = settings.Threads,
            Embeddings = settings.Embeddings,
            PoolingType = settings.Embeddings ? LLamaPoolingType.Mean : LLamaPoolingType.Unspecified,
        };
        parameters.ToLlamaContextParams(out var native);
        var abort = new AbortFlag();
        native.abort_callback = AbortFlag.Callback;
        native.abort_callback_user_data = abort.Data;

        // LLamaContext would use the null handle of a failed context; the handle's own Create lets us see it.
        using var log = NativeLog.Capture();
        var handle = SafeLLamaContextHandle.Create(model, native);
        if (!handle.IsInvalid)
        {
            return new LlamaSharpContext(handle, abort, facts, settings);
        }

        abort.Dispose();
        throw new ModelLoadException(
            ModelLoadFailure.OutOfMemory,
            facts.Path,
            string.Create(CultureInfo.InvariantCulture,
                $"No context of {settings.ContextTokens} tokens could be made for '{facts.Path}': {log.Reason}. Lower "
                    + $"LocalModel:ContextTokens."));
    }
}
