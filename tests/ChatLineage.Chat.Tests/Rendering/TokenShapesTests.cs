using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Rendering;

public sealed class TokenShapesTests
{
    // Put together here, so that no scanner of this repository takes them for real ones.
    public static TheoryData<string> Tokens() =>
    [
        "MTI" + new string('a', 23) + ".GxY_z1." + new string('b', 38),
        "xo" + "xb-123456789012-123456789012-abcdefABCDEF",
        "xa" + "pp-1-A012345-6789-abcdef",
        "h" + "f_" + new string('a', 34),
        "gh" + "p_" + new string('B', 36),
        "sk" + "-proj-" + new string('c', 40),
        "AK" + "IA" + "ABCDEFGHIJKLMNOP",
        "https://hooks.slack" + ".com/services/T000/B000/abcdef",
        "https://discord" + ".com/api/webhooks/1234/abc-DEF",
        "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
    ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Redact_token_is_withheld(string token) =>
        Assert.Equal($"It is {TokenShapes.Withheld}, they said.", TokenShapes.Redact($"It is {token}, they said."));

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Render_sentence_with_a_token_withholds_it_in_every_dialect(string token)
    {
        foreach (var dialect in new[] { Dialect.Plain, Dialect.Markdown })
        {
            var reply = AnswerRenderer.For(dialect).Render(new AnswerBuilder().Say($"I don't know what {token} is.").Build(), Limits.None);
            Assert.Contains("withheld: looks like a secret", reply.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("StableVicuna-13B was released on 28 April 2023 by CarperAI.")]
    [InlineData("See https://huggingface.co/stabilityai/stablelm-tuned-alpha-7b and sk-learn.")]
    [InlineData("The commit 0123456789abcdef0123456789abcdef01234567 of llama.cpp")]
    public void Redact_ordinary_text_stays(string text) => Assert.Equal(text, TokenShapes.Redact(text));
}
