namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>A model could not be downloaded. The message says what failed, and what to do next; what was received is kept.</summary>
public sealed class ModelDownloadException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed and what to do next.</param>
    /// <param name="innerException">What was thrown, if anything.</param>
    public ModelDownloadException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
