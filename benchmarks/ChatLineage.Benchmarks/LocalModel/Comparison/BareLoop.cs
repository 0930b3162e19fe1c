using System.Diagnostics;
using System.Numerics.Tensors;
using LLama.Common;
using LLama.Extensions;
using LLama.Native;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>The least code that LLamaSharp allows: decode and take the likeliest token, nothing else. What the scheduler adds is measured
/// against it.</summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SafeLlamaModelHandle _model;
    private readonly SafeLLamaContextHandle _context;
    private readonly LLamaBatch _batch = new();
    private readonly LLamaBatch _prompts = new();

    public BareLoop(string path, int contextTokens, int batchTokens, int sequences, int threads)
    {
        var parameters = new ModelParams(path)
        {
            ContextSize = (uint)contextTokens,
            BatchSize = (uint)batchTokens,
            UBatchSize = (uint)batchTokens,
            SeqMax = (uint)sequences,
            KVUnified = true,
            Threads = threads,
            BatchThreads = threads,
            GpuLayerCount = 0,
        };
        using (parameters.ToLlamaModelParams(out var native))
            _model = SafeLlamaModelHandle.LoadFromFile(path, native);
        parameters.ToLlamaContextParams(out var settings);
        _context = SafeLLamaContextHandle.Create(_model, settings);
    }

    /// <summary>Prompt tokens a second.</summary>
    public double Prefill(int[] prompt)
    {
        Clear();
        var began = Stopwatch.GetTimestamp();
        Fill(prompt, 0, 0);
        return prompt.Length / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Tokens a second of several texts in one batch.</summary>
    public double Decode(int[][] prompts, int tokens)
    {
        Clear();
        var last = prompts.Select((prompt, sequence) => Fill(prompt, 0, sequence)).ToArray();
        var began = Stopwatch.GetTimestamp();
        for (var step = 0; step < tokens; step++)
        {
            _batch.Clear();
            for (var sequence = 0; sequence < prompts.Length; sequence++)
                _batch.Add(last[sequence], prompts[sequence].Length + step, (LLamaSeqId)sequence, true);
            Check(_context.Decode(_batch));
            for (var row = 0; row < prompts.Length; row++)
                last[row] = Likeliest(row);
        }

        return prompts.Length * tokens / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Time to the first token, and the same for another text with the same beginning.</summary>
    public (TimeSpan Cold, TimeSpan Warm) FirstToken(int[] shared, int[] own, int[] other)
    {
        Clear();
        var began = Stopwatch.GetTimestamp();
        Fill([.. shared, .. own], 0, 0);
        var cold = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        _context.MemorySequenceCopy((LLamaSeqId)0, (LLamaSeqId)1, 0, shared.Length);
        Fill(other, shared.Length, 1);
        return (cold, Stopwatch.GetElapsedTime(began));
    }

    public void Dispose()
    {
        _context.Dispose();
        _model.Dispose();
    }

    private void Clear() => _context.MemoryClear();

    private int Fill(int[] tokens, int position, int sequence)
    {
        var row = 0;
        for (var at = 0; at < tokens.Length; at += (int)_context.BatchSize)
        {
            var piece = tokens.AsSpan(at, Math.Min((int)_context.BatchSize, tokens.Length - at));
            _prompts.Clear();
            for (var i = 0; i < piece.Length; i++)
                row = _prompts.Add(piece[i], position + at + i, (LLamaSeqId)sequence, at + i == tokens.Length - 1);
            Check(_context.Decode(_prompts));
        }

        return Likeliest(row);
    }

    private int Likeliest(int row) => TensorPrimitives.IndexOfMax<float>(_context.GetLogitsIth(row));

    private static void Check(DecodeResult result)
    {
        if (result != DecodeResult.Ok)
            throw new InvalidOperationException($"Decode: {result}");
    }
}
