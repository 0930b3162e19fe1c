namespace ChatLineage.LocalModel;

/// <summary>The model could not carry out a request: the prompt is too long, the grammar is invalid, or the runtime failed.</summary>
public sealed class GenerationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed and what to do next; without text from the prompt.</param>
    /// <param name="innerException">What the runtime threw, if it did.</param>
    public GenerationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
