namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>Where models are downloaded from.</summary>
/// <param name="Endpoint">The Hugging Face hub or a mirror of it; its path ends with a slash.</param>
/// <param name="Token">An access token for gated repositories, or null. It is sent to the host of the endpoint only, and never
/// logged.</param>
public sealed record DownloadOrigin(Uri Endpoint, string? Token)
{
    /// <summary>The hub itself.</summary>
    public static Uri DefaultEndpoint { get; } = new("https://huggingface.co/");

    /// <summary>Text without the token.</summary>
    /// <returns>The endpoint.</returns>
    public override string ToString() => Endpoint.ToString();

    /// <summary>Whether the token may be sent to an address: same scheme, host and port as the endpoint.</summary>
    internal bool Trusts(Uri address) =>
        Uri.Compare(Endpoint, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
