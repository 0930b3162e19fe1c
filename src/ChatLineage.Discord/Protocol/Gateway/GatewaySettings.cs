namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>How to connect to the gateway.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Intents">Which events are wanted.</param>
internal sealed record GatewaySettings(string Token, Intents Intents)
{
    /// <summary>The version of the gateway that this client speaks.</summary>
    public const int Version = 10;

    /// <summary>Whether Discord compresses what it sends.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>An address used in place of every one that Discord names; for tests and proxies.</summary>
    public Uri? AddressOverride { get; init; }

    /// <summary>How long connecting and saying hello may take, and how long until a session is ready.</summary>
    public TimeSpan HandshakeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An address with the version, encoding and compression of this client.</summary>
    public Uri Complete(Uri address) =>
        new UriBuilder(AddressOverride ?? address) { Query = $"v={Version}&encoding=json" + (Compress ? "&compress=zlib-stream" : "") }.Uri;

    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => $"gateway v{Version}";
}
