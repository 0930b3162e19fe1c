namespace ChatLineage.Cli.Commands;

/// <summary>The Hugging Face hub or the mirror of it that <c>HF_ENDPOINT</c> names, and the access token in <c>HF_TOKEN</c>.</summary>
internal static class HubEndpoint
{
    /// <summary>A token for gated repositories; null when there is none.</summary>
    public static string? Token => Environment.GetEnvironmentVariable("HF_TOKEN") is { Length: > 0 } token ? token : null;

    /// <summary>The address, with a slash at its end.</summary>
    /// <param name="otherwise">What is used when no mirror is named.</param>
    /// <exception cref="CommandException">The variable holds no address.</exception>
    public static Uri Address(Uri otherwise)
    {
        if (Environment.GetEnvironmentVariable("HF_ENDPOINT") is not { Length: > 0 } given)
            return otherwise;
        return Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new CommandException($"HF_ENDPOINT is '{given}', which is no http(s) address. Correct it, or remove it to use {otherwise}.");
    }
}
