namespace ChatLineage.LocalModel;

/// <summary>Why a model could not be loaded.</summary>
public enum ModelLoadFailure
{
    /// <summary>No model file is configured, or the configured one does not exist.</summary>
    Missing,

    /// <summary>The file exists but cannot be read.</summary>
    Unreadable,

    /// <summary>The file does not begin with the GGUF magic, or its version is not supported.</summary>
    NotGguf,

    /// <summary>The file ends before its header or its tensors do.</summary>
    Truncated,

    /// <summary>The file is one part of a model that was split over several files.</summary>
    Split,

    /// <summary>An embedding model was given where a language model is needed, or the other way round.</summary>
    WrongKind,

    /// <summary>The SHA-256 of the file is not the one that is recorded for it.</summary>
    ChecksumMismatch,

    /// <summary>The runtime does not know the model's architecture.</summary>
    UnsupportedArchitecture,

    /// <summary>The model has no chat template that the runtime can apply.</summary>
    NoChatTemplate,

    /// <summary>The memory for the weights or the context could not be had.</summary>
    OutOfMemory,

    /// <summary>The native library is absent or could not be loaded.</summary>
    NativeLibrary,

    /// <summary>The runtime refused the model for another reason, which the message quotes.</summary>
    Refused,
}
