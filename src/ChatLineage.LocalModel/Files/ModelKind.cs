namespace ChatLineage.LocalModel.Files;

/// <summary>What a model file is used for.</summary>
internal enum ModelKind
{
    /// <summary>It writes text.</summary>
    Language,

    /// <summary>It turns text into vectors.</summary>
    Embedding,
}
