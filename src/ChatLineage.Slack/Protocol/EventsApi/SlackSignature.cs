using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatLineage.Slack.Protocol.EventsApi;

/// <summary>Tells whether a request is Slack's own, and new.</summary>
/// <remarks>https://docs.slack.dev/authentication/verifying-requests-from-slack, checked 2026-08.</remarks>
internal sealed class SlackSignature(string signingSecret, TimeProvider time)
{
    /// <summary>How far the clocks may be apart; a request that was recorded is too old after it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(signingSecret);

    /// <summary>True when the signature fits the body and the time is now.</summary>
    /// <param name="signature">The header <c>X-Slack-Signature</c>; null when it is missing.</param>
    /// <param name="timestamp">The header <c>X-Slack-Request-Timestamp</c>; null when it is missing.</param>
    /// <param name="body">The body, byte for byte as it came.</param>
    public bool Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > (long)Window.TotalSeconds)
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(timestamp, body)), Encoding.UTF8.GetBytes(signature));
    }

    private string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, signed));
    }
}
