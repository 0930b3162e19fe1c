using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Native;

/// <summary>Mistakes that would end the process in native code, and what the cache does.</summary>
public sealed class LlamaSharpContextTests(TinyRuntime tiny) : IClassFixture<TinyRuntime>
{
    [Theory]
    [InlineData(256, 64, 0)]
    [InlineData(256, 64, 257)]
    [InlineData(16, 16, 1)]
    [InlineData(40, 32, 64)]
    [InlineData(256, 0, 1)]
    [InlineData(64, 128, 1)]
    public void Create_impossible_settings_throw(int contextTokens, int batchTokens, int sequences) =>
        Assert.ThrowsAny<ArgumentException>(() => tiny.CreateContext(contextTokens, batchTokens, sequences));

    [Fact]
    public void Create_more_than_the_memory_holds_is_a_clear_error()
    {
        var failure = Assert.Throws<ModelLoadException>(() => tiny.CreateContext(contextTokens: 2_000_000_000));

        Assert.Equal(ModelLoadFailure.OutOfMemory, failure.Failure);
        Assert.Contains("LocalModel:ContextTokens", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(259, 0, 0)]
    [InlineData(5, -1, 0)]
    [InlineData(5, 256, 0)]
    [InlineData(5, 0, -1)]
    [InlineData(5, 0, 4)]
    [InlineData(5, 0, 300)]
    public void Decode_impossible_token_position_or_sequence_throws(int token, int position, int sequence)
    {
        using var context = tiny.CreateContext();
        var batch = new TokenBatch(64);
        batch.Add(token, position, sequence, sampled: true);

        Assert.ThrowsAny<ArgumentException>(() => context.Decode(batch));
    }

    [Fact]
    public void Decode_more_than_the_context_takes_throws()
    {
        using var context = tiny.CreateContext(batchTokens: 32);

        Assert.ThrowsAny<ArgumentException>(() => context.Decode(Batch(33)));
    }

    [Fact]
    public void Decode_gap_in_the_positions_is_refused_and_changes_nothing()
    {
        using var context = tiny.CreateContext();
        context.Decode(Batch(5));
        var batch = new TokenBatch(64);
        batch.Add(5, 9, 0, sampled: true);

        Assert.Equal(DecodeOutcome.InvalidBatch, context.Decode(batch));
        Assert.Equal(4, context.LastPosition(0));
    }

    [Fact]
    public void Decode_full_cache_says_so_and_works_again_after_a_removal()
    {
        using var context = tiny.CreateContext(contextTokens: 256, batchTokens: 64);
        for (var sequence = 0; sequence < 4; sequence++)
        {
            Assert.Equal(DecodeOutcome.Done, context.Decode(Batch(64, sequence)));
        }

        var one = new TokenBatch(64);
        one.Add(5, 64, 0, sampled: true);
        Assert.Equal(DecodeOutcome.CacheFull, context.Decode(one));
        context.Remove(3, 0);

        Assert.Equal(DecodeOutcome.Done, context.Decode(one));
        Assert.Equal(64, context.LastPosition(0));
        Assert.Equal(-1, context.LastPosition(3));
    }

    [Fact]
    public void Decode_abort_asked_ends_the_step_and_the_next_one_works()
    {
        using var context = tiny.CreateContext();
        context.Abort();

        Assert.Equal(DecodeOutcome.Aborted, context.Decode(Batch(20)));
        Assert.Equal(-1, context.LastPosition(0));
        context.ClearAbort();
        Assert.Equal(DecodeOutcome.Done, context.Decode(Batch(20)));
    }

    [Fact]
    public void Sample_row_that_was_not_marked_or_does_not_exist_throws()
    {
        using var context = tiny.CreateContext();
        using var sampler = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        context.Decode(Batch(5));

        Assert.InRange(context.Sample(sampler, 4), 0, 258);
        Assert.Throws<InvalidOperationException>(() => context.Sample(sampler, 3));
        Assert.Throws<InvalidOperationException>(() => context.Sample(sampler, 5));
        Assert.Throws<InvalidOperationException>(() => context.Sample(sampler, -1));
        Assert.Throws<InvalidOperationException>(() => context.Sample(sampler, 64));
    }

    [Fact]
    public void Sample_after_a_step_that_failed_throws()
    {
        using var context = tiny.CreateContext();
        using var sampler = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        context.Decode(Batch(5));
        context.Abort();
        context.Decode(Batch(5, 1));

        Assert.Throws<InvalidOperationException>(() => context.Sample(sampler, 4));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(256)]
    [InlineData(int.MaxValue)]
    public void Sequence_that_does_not_exist_throws(int sequence)
    {
        using var context = tiny.CreateContext();

        Assert.ThrowsAny<ArgumentException>(() => context.Remove(sequence, 0));
        Assert.ThrowsAny<ArgumentException>(() => context.Copy(sequence, 0, 1));
        Assert.ThrowsAny<ArgumentException>(() => context.Copy(0, sequence, 1));
        Assert.ThrowsAny<ArgumentException>(() => context.LastPosition(sequence));
        Assert.ThrowsAny<ArgumentException>(() => context.SaveState(sequence));
        Assert.ThrowsAny<ArgumentException>(() => context.LoadState(sequence, new byte[8]));
    }

    [Fact]
    public void Copy_part_of_a_sequence_goes_on_like_the_original()
    {
        using var context = tiny.CreateContext();
        using var sampler = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        context.Decode(Batch(10));
        var expected = context.Sample(sampler, 9);
        context.Copy(0, 1, 9);
        var last = new TokenBatch(64);
        last.Add(Token(9), 9, 1, sampled: true);

        Assert.Equal(DecodeOutcome.Done, context.Decode(last));
        Assert.Equal(expected, context.Sample(sampler, 0));
    }

    [Fact]
    public void LoadState_into_another_sequence_goes_on_like_the_original()
    {
        using var context = tiny.CreateContext();
        using var sampler = tiny.Model.CreateSampler(SamplingSettings.Greedy);
        context.Decode(Batch(10));
        var expected = context.Sample(sampler, 9);
        using var state = context.SaveState(0)!;
        context.Remove(0, 0);

        Assert.True(context.LoadState(1, state.Bytes));
        Assert.Equal(9, context.LastPosition(1));
        context.Remove(1, 9);
        var last = new TokenBatch(64);
        last.Add(Token(9), 9, 1, sampled: true);
        Assert.Equal(DecodeOutcome.Done, context.Decode(last));
        Assert.Equal(expected, context.Sample(sampler, 0));
    }

    [Fact]
    public void LoadState_of_something_else_is_refused_and_leaves_the_sequence_empty()
    {
        using var context = tiny.CreateContext();
        context.Decode(Batch(10));

        Assert.False(context.LoadState(0, new byte[1000]));
        Assert.Equal(-1, context.LastPosition(0));
        Assert.Equal(DecodeOutcome.Done, context.Decode(Batch(10)));
    }

    [Fact]
    public void Use_after_dispose_throws()
    {
        var context = tiny.CreateContext();
        context.Dispose();
        context.Dispose();

        Assert.Throws<ObjectDisposedException>(() => context.Decode(Batch(1)));
        Assert.Throws<ObjectDisposedException>(() => context.Remove(0, 0));
        Assert.Throws<ObjectDisposedException>(() => context.LastPosition(0));
        context.Abort();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(259)]
    public void Model_token_that_does_not_exist_throws(int token)
    {
        Assert.ThrowsAny<ArgumentException>(() => tiny.Model.CopyText(token, new byte[16]));
        Assert.ThrowsAny<ArgumentException>(() => tiny.Model.EndsGeneration(token));
    }

    private static int Token(int position) => 3 + 'a' + (position % 26);

    private static TokenBatch Batch(int count, int sequence = 0)
    {
        var batch = new TokenBatch(128);
        for (var position = 0; position < count; position++)
        {
            batch.Add(Token(position), position, sequence, sampled: position == count - 1);
        }

        return batch;
    }
}
