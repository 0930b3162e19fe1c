using System.Net;
using System.Text;
using ChatLineage.Testing.Discord.Server;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>Discord where it sends interactions over HTTP: signed with the key of the application (interactions/overview.mdx).</summary>
internal sealed class InteractionSender(DiscordServer server, string address) : IDisposable
{
    private const string Timestamp = "1700000000";

    private readonly Ed25519PrivateKeyParameters _key = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
    private readonly HttpClient _http = new();

    /// <summary>The key as the developer portal shows it.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.GeneratePublicKey().GetEncoded());

    /// <summary>Somebody does something; gives the id of the interaction.</summary>
    /// <param name="type">2 command, 3 button.</param>
    /// <param name="data">The data, as JSON.</param>
    public async Task<ulong> SendAsync(int type, string data)
    {
        var id = server.Reserve();
        server.Open(id, DiscordServer.Channel);
        var body = EventJson.Interaction(id, type, data);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(body, Sign(body)));
        return id;
    }

    /// <summary>Somebody who does not have the key sends a command.</summary>
    public Task<HttpStatusCode> ForgeAsync(string data) => PostAsync(EventJson.Interaction(server.Reserve(), 2, data), new string('0', 128));

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> PostAsync(string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", signature);
        request.Headers.Add("X-Signature-Timestamp", Timestamp);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private string Sign(string body)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        var bytes = Encoding.UTF8.GetBytes(Timestamp + body);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return Convert.ToHexStringLower(signer.GenerateSignature());
    }
}
