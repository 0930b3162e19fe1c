using ChatLineage.LocalModel.Chat;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Embeddings;

/// <summary>
/// The embedding model as an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>: mean pooling, vectors of length 1, texts cut to the
/// model's context. LLamaSharp's own generator throws in 0.30. Safe for use by many callers at the same time.
/// </summary>
internal sealed class LocalEmbeddingGenerator(Func<CancellationToken, Task<EmbeddingEngine>> load, string? modelPath, int? dimensions)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata =
        new(LocalChatClient.ProviderName, null, modelPath is null ? null : Path.GetFileNameWithoutExtension(modelPath), dimensions);

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = values as IReadOnlyCollection<string> ?? [.. values];
        var engine = await load(cancellationToken);
        if (options?.Dimensions is { } asked && asked != engine.Model.Facts.EmbeddingSize)
        {
            throw new ArgumentException(
                $"The embedding model makes vectors of {engine.Model.Facts.EmbeddingSize} dimensions, not of {asked}.", nameof(options));
        }

        var tokens = texts.Select(engine.Tokenize).ToArray();
        var vectors = await engine.EmbedAsync(tokens, cancellationToken);
        var read = tokens.Sum(text => (long)text.Length);
        return new GeneratedEmbeddings<Embedding<float>>(
            vectors.Select(vector => new Embedding<float>(vector) { ModelId = engine.Model.Facts.Name }))
        {
            Usage = new UsageDetails { InputTokenCount = read, TotalTokenCount = read },
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the model belongs to the host.</summary>
    public void Dispose()
    {
    }
}
