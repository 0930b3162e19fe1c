namespace ChatLineage.LocalModel;

/// <summary>A model could not be loaded. The message names the file, says what is wrong and what to do next.</summary>
public sealed class ModelLoadException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What is wrong.</param>
    /// <param name="modelPath">The file that was to be loaded, or null when none is configured.</param>
    /// <param name="message">A message for the person who runs the program.</param>
    /// <param name="innerException">What the runtime threw, if it did.</param>
    public ModelLoadException(ModelLoadFailure failure, string? modelPath, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        ModelPath = modelPath;
    }

    /// <summary>What is wrong.</summary>
    public ModelLoadFailure Failure { get; }

    /// <summary>The file that was to be loaded, or null when none is configured.</summary>
    public string? ModelPath { get; }
}
