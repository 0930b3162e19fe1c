namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>What a server answered to the request for the rest of a file.</summary>
/// <param name="Response">The answer; its body has not been read.</param>
/// <param name="Offset">Where in the file the body begins.</param>
/// <param name="TotalBytes">Length of the whole file; 0 when the server did not say.</param>
/// <param name="Sha256">What the server says the SHA-256 of the file is, or null.</param>
internal sealed record RangeResponse(HttpResponseMessage Response, long Offset, long TotalBytes, string? Sha256) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Response.Dispose();
}
