using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Retrieval.Vectors;

/// <summary>
/// Turns texts into vectors with an embedding model, each text once: what was computed is kept in memory and, where a folder is
/// given, on disk, under a hash of model and text. So an edited note costs the sentences that changed, and a restart nothing.
/// </summary>
/// <remarks>Safe to use from several threads. Lives as long as the program and serves one snapshot after the other.</remarks>
public sealed partial class TextVectors : IDisposable
{
    private const int BatchTexts = 32;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly ILogger _logger;
    private readonly string _model;
    private readonly string? _folder;
    private readonly ConcurrentDictionary<TextKey, float[]> _known = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private VectorFile? _file;

    /// <summary>Vectors of a model.</summary>
    /// <param name="generator">The model; stays the caller's.</param>
    /// <param name="folder">Where vectors are kept between runs; null keeps them in memory only. Made when it is missing.</param>
    /// <param name="logger">Takes what goes wrong; null for nobody.</param>
    public TextVectors(IEmbeddingGenerator<string, Embedding<float>> generator, string? folder, ILogger<TextVectors>? logger = null)
    {
        _generator = generator;
        _folder = folder;
        _logger = logger ?? NullLogger<TextVectors>.Instance;
        _model = generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata metadata
            ? $"{metadata.ProviderName}-{metadata.DefaultModelId}"
            : generator.GetType().Name;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>The vector of a question; null when the model fails, which is logged and never stops a search.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async ValueTask<ReadOnlyMemory<float>?> OfQuestionAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            return (await _generator.GenerateAsync([text], null, cancellationToken))[0].Vector;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogQuestionFailed(failure);
            return null;
        }
    }

    /// <summary>The vectors of chunks, in their order. Runs by different callers are taken one after the other.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was computed is kept.</exception>
    internal async Task<VectorIndex> OfChunksAsync(
        ImmutableArray<Chunk> chunks, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await OpenFileAsync(cancellationToken);
            var keys = chunks.Select(chunk => TextKey.Of(_model, chunk.Text)).ToArray();
            var missing = keys.Zip(chunks, (key, chunk) => (Key: key, chunk.Text)).Where(pair => !_known.ContainsKey(pair.Key))
                .DistinctBy(pair => pair.Key).ToArray();
            for (var at = 0; at < missing.Length; at += BatchTexts)
            {
                progress?.Report(new EmbeddingProgress(chunks.Length - missing.Length + at, chunks.Length));
                await AddAsync(missing[at..Math.Min(at + BatchTexts, missing.Length)], cancellationToken);
            }

            progress?.Report(new EmbeddingProgress(chunks.Length, chunks.Length));
            return new VectorIndex([.. keys.Select(key => _known[key])]);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task AddAsync((TextKey Key, string Text)[] texts, CancellationToken cancellationToken)
    {
        var vectors = await _generator.GenerateAsync(texts.Select(pair => pair.Text), null, cancellationToken);
        var records = texts.Zip(vectors, (pair, embedding) => KeyValuePair.Create(pair.Key, embedding.Vector.ToArray())).ToArray();
        foreach (var (key, vector) in records)
            _known[key] = vector;
        try
        {
            _file?.Append(records);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            LogNotKept(_folder!, unwritable);
            _file = null;
        }
    }

    // The length of the vectors is part of the file's form, and only the model itself is sure to tell it.
    private async Task OpenFileAsync(CancellationToken cancellationToken)
    {
        if (_folder is null || _file is not null)
            return;
        var dimensions = (_generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelDimensions
            ?? (await _generator.GenerateAsync(["length"], null, cancellationToken))[0].Vector.Length;
        var name = string.Concat(_model.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' ? sign : '_'));
        _file = new VectorFile(Path.Combine(_folder, $"{name}-{dimensions}.vectors"), dimensions);
        foreach (var (key, vector) in _file.Read())
            _known.TryAdd(key, vector);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding model failed on a question; search goes on without vectors")]
    private partial void LogQuestionFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Vectors cannot be kept in {Folder}; they are computed anew at the next start")]
    private partial void LogNotKept(string folder, Exception failure);
}
