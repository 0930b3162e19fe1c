namespace ChatLineage.LocalModel.Files;

/// <summary>What the header of a GGUF file says.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Text">Its string values by key, arrays left out.</param>
/// <param name="Numbers">Its whole-number values by key, arrays left out.</param>
/// <param name="TensorCount">How many tensors it lists.</param>
/// <param name="ExpectedBytes">How long the file must be at least.</param>
internal sealed record GgufHeader(
    uint Version,
    IReadOnlyDictionary<string, string> Text,
    IReadOnlyDictionary<string, long> Numbers,
    ulong TensorCount,
    ulong ExpectedBytes)
{
    /// <summary>The architecture, or an empty string when the file names none.</summary>
    public string Architecture => Text.GetValueOrDefault("general.architecture", "");
}
