namespace ChatLineage.LocalModel.Generation;

/// <summary>Why a request ended.</summary>
internal enum GenerationEnd
{
    /// <summary>The model ended its text, or a stop string was met.</summary>
    Stop,

    /// <summary>The limit of tokens was reached.</summary>
    Length,
}
