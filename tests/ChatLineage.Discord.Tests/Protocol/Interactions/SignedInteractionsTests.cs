using System.Text;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Interactions;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace ChatLineage.Discord.Tests.Protocol.Interactions;

/// <summary>Interactions over HTTP (interactions/overview.mdx, "Setting Up an Endpoint").</summary>
public sealed class SignedInteractionsTests
{
    private const string Timestamp = "1700000000";
    private const string Command = """{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"ask"}}""";

    private readonly Ed25519PrivateKeyParameters _key = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
    private readonly List<Interaction> _taken = [];

    [Fact]
    public void Handle_ping_answers_pong()
    {
        var reply = Handle("""{"id":"1","application_id":"2","type":1,"token":"t"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"type":1}""", Encoding.UTF8.GetString(reply.Body.Span));
        Assert.Empty(_taken);
    }

    [Fact]
    public void Handle_command_hands_it_on_and_answers_202()
    {
        Assert.Equal(202, Handle(Command).Status);

        Assert.Equal("ask", Assert.Single(_taken).Data?.Name);
    }

    [Fact]
    public void Handle_when_stopping_answers_503() => Assert.Equal(503, Handle(Command, accept: false).Status);

    [Fact]
    public void Handle_signed_nonsense_answers_400()
    {
        Assert.Equal(400, Handle("{").Status);
        Assert.Equal(400, Handle("null").Status);
        Assert.Equal(400, Handle("{}").Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData(null)]
    public void Handle_signature_malformed_answers_401(string? signature) => Assert.Equal(401, Handler().Handle(signature, Timestamp, Bytes(Command)).Status);

    [Fact]
    public void Handle_signature_of_another_body_time_or_key_answers_401()
    {
        var right = Sign(Timestamp, Command, _key);
        var other = new Ed25519PrivateKeyParameters(new byte[32]);

        Assert.Equal(202, Handler().Handle(right, Timestamp, Bytes(Command)).Status);
        Assert.Equal(401, Handler().Handle(right, Timestamp, Bytes(Command + " ")).Status);
        Assert.Equal(401, Handler().Handle(right, "1700000001", Bytes(Command)).Status);
        Assert.Equal(401, Handler().Handle(right, null, Bytes(Command)).Status);
        Assert.Equal(401, Handler().Handle(Sign(Timestamp, Command, other), Timestamp, Bytes(Command)).Status);
        Assert.Equal(401, Handler().Handle(new string('0', 128), Timestamp, Bytes(Command)).Status);
        Assert.Single(_taken);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("abcd")]
    public void Create_key_malformed_throws(string key) => Assert.Throws<FormatException>(() => new SignedInteractions(key, _ => true));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Sign(string timestamp, string body, Ed25519PrivateKeyParameters key)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        var bytes = Bytes(timestamp + body);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return Convert.ToHexStringLower(signer.GenerateSignature());
    }

    private HttpReply Handle(string body, bool accept = true) => Handler(accept).Handle(Sign(Timestamp, body, _key), Timestamp, Bytes(body));

    private SignedInteractions Handler(bool accept = true) => new(Convert.ToHexStringLower(_key.GeneratePublicKey().GetEncoded()), interaction =>
    {
        if (accept)
            _taken.Add(interaction);
        return accept;
    });
}
