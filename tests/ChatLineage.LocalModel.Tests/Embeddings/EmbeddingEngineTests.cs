using ChatLineage.LocalModel.Embeddings;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Embeddings;

public sealed class EmbeddingEngineTests
{
    [Fact]
    public async Task Embed_many_texts_keeps_their_order_over_several_steps()
    {
        var model = new FakeModel { Facts = new FakeModel().Facts with { TrainedContextTokens = 512 } };
        await using var engine = new EmbeddingEngine(model, 1, TimeProvider.System);
        model.Context.OnDecode = Restart;
        var texts = Enumerable.Range(1, 20).Select(length => engine.Tokenize(new string('a', length * 20))).ToArray();

        var vectors = await engine.EmbedAsync(texts, CancellationToken.None);

        // The fake's vectors tell the number of tokens by their first value and the last by their fourth, which is 1 before they are
        // scaled.
        Assert.Equal(texts.Select(text => (double)text.Length), vectors.Select(vector => Math.Round(vector[0] / vector[3])));
        Assert.True(model.Context.Steps.Count > 3);
        Assert.All(model.Context.Steps, step => Assert.InRange(step.Length, 1, 1024));
    }

    [Fact]
    public async Task Tokenize_text_over_the_context_is_cut_and_keeps_its_end_token()
    {
        var model = new FakeModel { Facts = new FakeModel().Facts with { TrainedContextTokens = 64 } };
        await using var engine = new EmbeddingEngine(model, 1, TimeProvider.System);

        var tokens = engine.Tokenize(new string('a', 500));

        Assert.Equal(64, tokens.Length);
        Assert.Equal((FakeModel.TurnStart, FakeModel.TurnEnd), (tokens[0], tokens[^1]));
    }

    [Fact]
    public async Task Embed_cancelled_stops_and_the_next_caller_gets_its_turn()
    {
        var model = new FakeModel();
        await using var engine = new EmbeddingEngine(model, 1, TimeProvider.System);
        model.Context.OnDecode = Restart;
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.EmbedAsync([engine.Tokenize("a")], cancellation.Token));

        Assert.Single(await engine.EmbedAsync([engine.Tokenize("a")], CancellationToken.None));
    }

    [Fact]
    public async Task Embed_failed_step_is_a_clear_error()
    {
        var model = new FakeModel();
        await using var engine = new EmbeddingEngine(model, 1, TimeProvider.System);
        model.Context.OnDecode = (_, _) => Runtime.DecodeOutcome.Failed;

        await Assert.ThrowsAsync<GenerationException>(() => engine.EmbedAsync([engine.Tokenize("a")], CancellationToken.None));
    }

    // An encoder has no memory from step to step; the fake has.
    private static Runtime.DecodeOutcome? Restart(FakeContext context, Runtime.TokenBatch batch)
    {
        for (var sequence = 0; sequence < context.Sequences; sequence++)
        {
            context.Remove(sequence, 0);
        }

        return null;
    }
}
