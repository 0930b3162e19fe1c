using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class CacheTests
{
    [Fact]
    public void Run_conversation_goes_on_computes_only_what_is_new()
    {
        using var fixture = new SchedulerFixture();
        var first = fixture.Submit("hello there, ", most: 5);
        fixture.Run();
        var answer = SchedulerFixture.Completed(first);
        var second = fixture.Submit("hello there, " + answer + " and then?", most: 5);

        fixture.Run();

        fixture.AssertCompleted(second);

        // The last token of an answer is given out without being computed.
        Assert.Equal("hello there, ".Length + answer.Length - 1, second.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_same_prompt_again_computes_one_token_at_least()
    {
        using var fixture = new SchedulerFixture();
        fixture.Submit("the same");
        fixture.Run();
        var again = fixture.Submit("the same");

        fixture.Run();

        fixture.AssertCompleted(again);
        Assert.Equal("the same".Length - 1, again.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_prompts_that_begin_alike_share_the_beginning_while_both_run()
    {
        using var fixture = new SchedulerFixture();
        var first = fixture.Submit("system prompt. question one", most: 30);
        fixture.Scheduler.Tick();
        var second = fixture.Submit("system prompt. question two", most: 30);

        fixture.Run();

        fixture.AssertCompleted(first);
        fixture.AssertCompleted(second);
        Assert.Equal("system prompt. question ".Length, second.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_pinned_beginning_outlives_the_slots_that_held_it()
    {
        const string system = "the system prompt. ";
        using var fixture = new SchedulerFixture(conversations: 2);
        fixture.Submit(system + "first", shared: system.Length);
        fixture.Run();
        for (var i = 0; i < 4; i++)
        {
            fixture.Submit($"{i} something else altogether");
        }

        fixture.Run();
        var later = fixture.Submit(system + "later", shared: system.Length);

        fixture.Run();

        fixture.AssertCompleted(later);
        Assert.Equal(system.Length, later.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_full_cache_gives_up_idle_sequences_before_it_fails_anybody()
    {
        using var fixture = new SchedulerFixture(conversations: 3, pins: 1, contextTokens: 100, batchTokens: 32);
        for (var i = 0; i < 12; i++)
        {
            var request = fixture.Submit($"{i} a prompt of some length", most: 40, shared: 10);
            fixture.Run();
            fixture.AssertCompleted(request);
        }

        Assert.True(fixture.Model.Context.Used <= 100);
    }

    [Fact]
    public void Run_little_room_is_used_in_smaller_steps()
    {
        using var fixture = new SchedulerFixture(pins: 0, contextTokens: 100, batchTokens: 64);
        fixture.Model.Context.Occupied = 60;
        var request = fixture.Submit(new string('a', 33), most: 4);
        fixture.Model.Context.OnDecode = (_, batch) => batch.Count > 10 ? Runtime.DecodeOutcome.CacheFull : null;

        fixture.Run();

        fixture.AssertCompleted(request);
        Assert.True(fixture.Model.Context.Steps.Count > 4);
    }

    [Fact]
    public async Task Run_no_room_at_all_fails_the_youngest_request_alone()
    {
        using var fixture = new SchedulerFixture(pins: 0, contextTokens: 100, batchTokens: 64);
        var first = fixture.Submit("aaaa", most: 10);
        fixture.Scheduler.Tick();
        fixture.Model.Context.OnDecode = (_, batch) => batch.Count > 1 ? Runtime.DecodeOutcome.CacheFull : null;
        var second = fixture.Submit("bbbb", most: 10);

        fixture.Run();

        fixture.AssertCompleted(first);
        var failure = await SchedulerFixture.FailureOf<GenerationException>(second);
        Assert.Contains("LocalModel:ContextTokens", failure.Message, StringComparison.Ordinal);
    }
}
