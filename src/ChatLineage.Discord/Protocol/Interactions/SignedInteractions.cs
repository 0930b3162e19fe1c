using System.Text;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Json;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>
/// Takes interactions that Discord sends over HTTP: checks the signature, answers the check of the endpoint, and hands the others on
/// (interactions/overview.mdx, "Setting Up an Endpoint"). The first response is then sent as if the interaction had come through the
/// gateway; Discord is told so by status 202.
/// </summary>
/// <remarks>Knows nothing of a web server: headers and body in, status and body out. Safe to use from several threads at once.</remarks>
internal sealed class SignedInteractions
{
    public const string SignatureHeader = "X-Signature-Ed25519";
    public const string TimestampHeader = "X-Signature-Timestamp";

    /// <summary>The largest body that is read; real ones have some kilobytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Taken; the first response is sent by a request of its own.</summary>
    private static readonly HttpReply Accepted = new(202, default);

    private readonly Ed25519PublicKeyParameters _key;
    private readonly Func<Interaction, bool> _accept;

    /// <param name="publicKey">The application's public key: 64 hexadecimal digits.</param>
    /// <param name="accept">Takes an interaction without waiting; false when it cannot.</param>
    /// <exception cref="FormatException"><paramref name="publicKey"/> is no key.</exception>
    public SignedInteractions(string publicKey, Func<Interaction, bool> accept)
    {
        var bytes = Convert.FromHexString(publicKey);
        if (bytes.Length != Ed25519PublicKeyParameters.KeySize)
            throw new FormatException($"A public key has {2 * Ed25519PublicKeyParameters.KeySize} hexadecimal digits, this one {publicKey.Length}.");
        _key = new Ed25519PublicKeyParameters(bytes);
        _accept = accept;
    }

    /// <summary>Handles a request.</summary>
    public HttpReply Handle(HttpCall call) => Handle(call.Header(SignatureHeader), call.Header(TimestampHeader), call.Body);

    /// <summary>Handles a request.</summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null when it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>; null when it is missing.</param>
    /// <param name="body">The body, byte for byte as it came.</param>
    public HttpReply Handle(string? signature, string? timestamp, ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes || signature is null || timestamp is null || !Verify(signature, timestamp, body.Span))
            return HttpReply.Unauthorized;
        Interaction? interaction;
        try
        {
            interaction = JsonSerializer.Deserialize(body.Span, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return HttpReply.BadRequest;
        }

        return interaction switch
        {
            null => HttpReply.BadRequest,
            { Type: InteractionType.Ping } => new HttpReply(200, JsonSerializer.SerializeToUtf8Bytes(InteractionResponse.Pong, DiscordJson.Default.InteractionResponse)),
            _ => _accept(interaction) ? Accepted : HttpReply.Unavailable,
        };
    }

    private bool Verify(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (signature.Length != 128 || Convert.FromHexString(signature, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != 64)
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, _key);
        verifier.BlockUpdate(signed, 0, signed.Length);
        return verifier.VerifySignature(bytes.ToArray());
    }
}
