using System.Numerics.Tensors;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;

namespace ChatLineage.LocalModel.Embeddings;

/// <summary>A loaded embedding model with its context. One batch at a time; <see cref="EmbedAsync"/> takes callers in turn.</summary>
internal sealed class EmbeddingEngine : IAsyncDisposable
{
    // Eight texts of a sentence or two in a step were fastest; longer batches gain nothing on a CPU.
    private const int MostTexts = 8;
    private const int MostTokens = 1024;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ILlamaContext _context;
    private readonly TokenBatch _batch;
    private readonly int _textTokens;
    private readonly ThreadChoice _threads;
    private readonly TimeProvider _clock;

    public EmbeddingEngine(ILlamaModel model, int threads, TimeProvider clock)
    {
        Model = model;
        _clock = clock;
        _threads = new ThreadChoice(threads);
        _textTokens = Math.Min(model.Facts.TrainedContextTokens, MostTokens);
        _context = model.CreateContext(new ContextSettings(MostTokens, MostTokens, MostTexts, threads, Embeddings: true));
        _batch = new TokenBatch(MostTokens);
    }

    /// <summary>The model.</summary>
    public ILlamaModel Model { get; }

    /// <summary>Splits a text into tokens; one that is too long loses its end, but keeps the token that ends every text.</summary>
    public int[] Tokenize(string text)
    {
        var tokens = Model.Tokenize(text, addSpecial: true);
        if (tokens.Length <= _textTokens)
        {
            return tokens;
        }

        var last = tokens[^1];
        Array.Resize(ref tokens, _textTokens);
        tokens[^1] = last;
        return tokens;
    }

    /// <summary>The vectors of tokenised texts, of length 1 and in the same order.</summary>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<int[]> texts, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Embed(texts, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _context.Dispose();
        Model.Dispose();
        _turn.Dispose();
    }

    private float[][] Embed(IReadOnlyList<int[]> texts, CancellationToken cancellationToken)
    {
        var vectors = new float[texts.Count][];
        for (var first = 0; first < texts.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _batch.Clear();
            var next = first;
            while (next < texts.Count && next - first < MostTexts && _batch.Count + texts[next].Length <= MostTokens)
            {
                var tokens = texts[next];
                for (var position = 0; position < tokens.Length; position++)
                {
                    _batch.Add(tokens[position], position, next - first, sampled: true);
                }

                next++;
            }

            var outcome = Compute();
            if (outcome != DecodeOutcome.Done)
            {
                throw new GenerationException($"The embedding model failed ({outcome}).");
            }

            for (var sequence = 0; sequence < next - first; sequence++)
            {
                vectors[first + sequence] = Normalise(_context.Embedding(sequence));
            }

            first = next;
        }

        return vectors;
    }

    private DecodeOutcome Compute()
    {
        var threads = _threads.Next(_batch.Count, mayTry: true);
        _context.UseThreads(threads);
        var began = _clock.GetTimestamp();
        var outcome = _context.Decode(_batch);
        _threads.Observe(_batch.Count, threads, _clock.GetElapsedTime(began));
        return outcome;
    }

    private static float[] Normalise(ReadOnlySpan<float> vector)
    {
        var result = new float[vector.Length];
        var length = TensorPrimitives.Norm(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, result);
        }

        return result;
    }
}
