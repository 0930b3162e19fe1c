namespace ChatLineage.LocalModel.Runtime;

/// <summary>What a loaded model says about itself.</summary>
internal sealed record ModelFacts(
    string Path,
    string Name,
    string Architecture,
    long Parameters,
    long SizeBytes,
    int Layers,
    int VocabularySize,
    int EmbeddingSize,
    int TrainedContextTokens,
    int? BeginToken,
    IReadOnlyList<SpecialToken> SpecialTokens);
