using System.Text;
using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Native;

public sealed class LlamaSharpSamplerTests(TinyRuntime tiny) : IClassFixture<TinyRuntime>
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("root ::= [")]
    [InlineData("root ::= \"a\" missing")]
    [InlineData("start ::= \"a\"")]
    [InlineData("root ::= root \"a\"")]
    [InlineData("root ::= a\na ::= b \"x\" | \"y\"\nb ::= a")]
    [InlineData("root ::= \"a\"{5,2000000000}")]
    [InlineData("not a grammar")]
    public void Create_bad_grammar_throws_instead_of_ending_the_process(string grammar)
    {
        var failure =
            Assert.Throws<GenerationException>(() => tiny.Model.CreateSampler(SamplingSettings.Greedy with { Grammar = grammar }));

        Assert.Contains("grammar", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8f)]
    public void Sample_grammar_refuses_the_first_choice_another_is_taken(float temperature)
    {
        using var sampler = tiny.Model.CreateSampler(new SamplingSettings(temperature, Seed: 3, Grammar: "root ::= \"yes\" | \"no\""));

        var text = Generate(sampler, 10);

        Assert.Matches("^(yes|no)$", text);
        Assert.True(((LlamaSharpSampler)sampler).Resamples > 0);
    }

    [Fact]
    public void Sample_grammar_that_is_complete_ends_the_text()
    {
        using var sampler = tiny.Model.CreateSampler(SamplingSettings.Greedy with { Grammar = "root ::= [0-9] [0-9] [0-9]" });

        Assert.Matches("^[0-9]{3}$", Generate(sampler, 50));
    }

    [Fact]
    public void Sample_same_seed_same_text_other_seed_other_text()
    {
        string Text(uint seed)
        {
            using var sampler = tiny.Model.CreateSampler(new SamplingSettings(Temperature: 1, Seed: seed));
            return Generate(sampler, 30);
        }

        Assert.Equal(Text(1), Text(1));
        Assert.NotEqual(Text(1), Text(2));
    }

    [Fact]
    public void Sample_top_k_of_one_is_greedy()
    {
        using var greedy = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        using var topK = tiny.Model.CreateSampler(new SamplingSettings(Temperature: 2, TopK: 1, Seed: 5));

        Assert.Equal(Generate(greedy, 30), Generate(topK, 30));
    }

    [Fact]
    public void Sample_penalties_make_a_repeated_token_rarer()
    {
        using var plain = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        using var penalised = tiny.Model.CreateSampler(SamplingSettings.Greedy with { FrequencyPenalty = 2, PresencePenalty = 2 });

        Assert.True(Tokens(penalised, 40).Distinct().Count() > Tokens(plain, 40).Distinct().Count());
    }

    private string Generate(ITokenSampler sampler, int most) => Encoding.UTF8.GetString([.. Tokens(sampler, most).SelectMany(Bytes)]);

    private byte[] Bytes(int token)
    {
        var bytes = new byte[8];
        return bytes[..tiny.Model.CopyText(token, bytes)];
    }

    private List<int> Tokens(ITokenSampler sampler, int most)
    {
        using var context = tiny.CreateContext();
        var batch = new TokenBatch(64);
        var tokens = new List<int>();
        var next = 3 + 'a';
        while (tokens.Count < most)
        {
            batch.Clear();
            batch.Add(next, tokens.Count, 0, sampled: true);
            context.Decode(batch);
            next = context.Sample(sampler, 0);
            if (next < 0 || tiny.Model.EndsGeneration(next))
            {
                break;
            }

            tokens.Add(next);
        }

        return tokens;
    }
}
