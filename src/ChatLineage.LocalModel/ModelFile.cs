using ChatLineage.LocalModel.Files;

namespace ChatLineage.LocalModel;

/// <summary>What the header of a model file says, without loading the model.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The model's own name, or its file name where it has none.</param>
/// <param name="Architecture">The architecture, for instance <c>llama</c>.</param>
/// <param name="IsEmbeddingModel">Whether it makes vectors instead of text.</param>
/// <param name="SizeBytes">Length of the file.</param>
/// <param name="ContextTokens">Longest text that it was trained for; 0 when it does not say.</param>
/// <param name="HasChatTemplate">Whether it has a chat template; the runtime may still not know it.</param>
public sealed record ModelFile(string Path, string Name, string Architecture, bool IsEmbeddingModel, long SizeBytes, long ContextTokens,
    bool HasChatTemplate)
{
    /// <summary>Reads the header of a model file and checks that the file is whole.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What the header says.</returns>
    /// <exception cref="ModelLoadException">It is not a model file, or not a whole one; the message says what to do.</exception>
    public static ModelFile Inspect(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var header = ModelFileCheck.CheckAnyKind(path);
        return new ModelFile(
            System.IO.Path.GetFullPath(path),
            header.Text.GetValueOrDefault("general.name") ?? System.IO.Path.GetFileNameWithoutExtension(path),
            header.Architecture,
            ModelFileCheck.IsEncoder(header),
            new FileInfo(path).Length,
            header.Numbers.GetValueOrDefault($"{header.Architecture}.context_length"),
            header.Text.ContainsKey("tokenizer.chat_template"));
    }
}
