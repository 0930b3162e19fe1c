namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>A try of a download failed in a way that may pass.</summary>
/// <param name="reason">What happened, as the second half of a sentence.</param>
/// <param name="innerException">What was thrown, if anything.</param>
/// <param name="neverConnected">Whether there was no connection at all, so that many tries would only keep a person waiting.</param>
/// <param name="retryAfter">How long the server asks to wait, or null.</param>
internal sealed class TransientDownloadException(string reason, Exception? innerException = null, bool neverConnected = false,
    TimeSpan? retryAfter = null)
    : Exception(reason, innerException)
{
    public bool NeverConnected { get; } = neverConnected;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
