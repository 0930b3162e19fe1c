using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;
using ChatLineage.Retrieval.Vectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>Decides whether search also goes by meaning: when models are wanted and the embedding model is there.</summary>
internal sealed class VectorChoice(AnsweringChoices choices, ProgramOptions options, IServiceProvider services) : IDisposable
{
    private readonly Lazy<TextVectors?> _vectors = new(() => choices.NoModel ? null : Create(options, services));

    /// <summary>Turns texts into vectors; null to search by words and entities only.</summary>
    public TextVectors? Vectors => _vectors.Value;

    public void Dispose()
    {
        if (_vectors.IsValueCreated)
            _vectors.Value?.Dispose();
    }

    private static TextVectors? Create(ProgramOptions options, IServiceProvider services)
    {
        var host = services.GetRequiredService<LocalModelHost>();
        if (host.EmbeddingModelPath is not { } path || !File.Exists(path))
            return null;
        return new TextVectors(host.EmbeddingGenerator, options.Knowledge.VectorFolder ?? DataFolder.Path, services.GetRequiredService<ILogger<TextVectors>>());
    }
}
