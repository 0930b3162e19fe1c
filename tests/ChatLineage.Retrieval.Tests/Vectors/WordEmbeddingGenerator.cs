using Microsoft.Extensions.AI;

namespace ChatLineage.Retrieval.Tests.Vectors;

/// <summary>Vectors that count words of equal meaning, so that a question can find a text that shares none of its words.</summary>
internal sealed class WordEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly string[][] Meanings = [["leaked", "escaped", "torrent"], ["licence", "terms"], ["released", "launched"],
        ["tuned", "refined"]];

    /// <summary>Every text that was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Runs before each batch; throws to fail it.</summary>
    public Action<IReadOnlyList<string>> Before { get; set; } = _ => { };

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        Before(texts);
        cancellationToken.ThrowIfCancellationRequested();
        lock (Asked)
            Asked.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Vector(text)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, "words", Meanings.Length) : null;

    public void Dispose()
    {
    }

    public static float[] Vector(string text) =>
        [.. Meanings.Select(words => (float)words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))];
}
