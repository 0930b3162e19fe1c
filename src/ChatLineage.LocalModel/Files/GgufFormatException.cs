namespace ChatLineage.LocalModel.Files;

/// <summary>A GGUF header cannot be read.</summary>
internal sealed class GgufFormatException(ModelLoadFailure failure, string detail) : Exception(detail)
{
    /// <summary>What is wrong.</summary>
    public ModelLoadFailure Failure { get; } = failure;
}
