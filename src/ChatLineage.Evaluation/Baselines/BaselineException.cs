namespace ChatLineage.Evaluation.Baselines;

/// <summary>A baseline cannot be read or written; the message names the file and the next step.</summary>
public sealed class BaselineException : Exception
{
    /// <summary>Creates the exception.</summary>
    public BaselineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
