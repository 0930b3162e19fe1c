using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel;

namespace ChatLineage.Cli.Commands.Model;

/// <summary>The files that the settings lead to.</summary>
/// <param name="Language">The language model; null when there is none.</param>
/// <param name="Embedding">The embedding model; null when there is none.</param>
internal sealed record ModelsInUse(string? Language, string? Embedding)
{
    public static ModelsInUse Of(ProgramOptions options) => new(
        Full(options.LocalModel.ModelPath) ?? ModelFolder.FindWriter(), Full(options.LocalModel.EmbeddingModelPath) ?? ModelFolder.FindEmbeddingModel());

    /// <summary>Whether a file is one of them.</summary>
    public bool Has(string? path) => path is not null && (Same(path, Language) || Same(path, Embedding));

    private static string? Full(string? path) => path is null ? null : Path.GetFullPath(path);

    private static bool Same(string path, string? other) => other is not null
        && string.Equals(Path.GetFullPath(path), other, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
