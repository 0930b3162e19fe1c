using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class BatchSchedulerTests
{
    [Fact]
    public void Tick_nothing_to_do_returns_false()
    {
        using var fixture = new SchedulerFixture();

        Assert.False(fixture.Scheduler.Tick());
    }

    [Fact]
    public void Run_several_requests_each_gets_its_own_text()
    {
        using var fixture = new SchedulerFixture(conversations: 3);
        var requests = Enumerable.Range(0, 10).Select(i => fixture.Submit($"prompt {i}", most: 10 + i)).ToArray();

        fixture.Run();

        Assert.All(requests, fixture.AssertCompleted);
        Assert.Equal(0, fixture.Model.SamplersAlive);
    }

    [Fact]
    public void Run_generating_requests_share_a_step()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 'x'));
        fixture.Submit("one", most: 10);
        fixture.Submit("two", most: 10);

        var steps = fixture.Run();

        Assert.Equal(10, steps);
        Assert.All(fixture.Model.Context.Steps.Skip(1), step => Assert.Equal(2, step.Length));
    }

    [Fact]
    public void Run_only_the_last_token_of_a_prompt_is_sampled()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 'x'), batchTokens: 32);
        fixture.Submit(new string('a', 100), most: 1);

        fixture.Run();

        Assert.Equal([32, 32, 32, 4], fixture.Model.Context.Steps.Select(step => step.Length));
        Assert.Equal([0, 0, 0, 1], fixture.Model.Context.Steps.Select(step => step.Count(entry => entry.Sampled)));
    }

    [Fact]
    public void Run_limit_of_tokens_ends_with_length()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'));
        var request = fixture.Submit("a", most: 3);

        fixture.Run();

        Assert.Equal("xxx", SchedulerFixture.Completed(request));
        Assert.Equal((GenerationEnd.Length, 3, 1), (request.Summary!.End, request.Summary.OutputTokens, request.Summary.PromptTokens));
    }

    [Fact]
    public void Run_stop_string_ends_the_text_before_it()
    {
        using var fixture = new SchedulerFixture(new FakeModel(FakeModel.Write("one. STop STOP two", 1)));
        var request = fixture.Submit("a", most: 50, stops: ["STOP"]);

        fixture.Run();

        Assert.Equal("one. STop ", SchedulerFixture.Completed(request));
        Assert.Equal(GenerationEnd.Stop, request.Summary!.End);
    }

    [Fact]
    public async Task Run_bad_grammar_fails_that_request_alone()
    {
        using var fixture = new SchedulerFixture();
        var bad = fixture.Submit("a", grammar: "bad");
        var good = fixture.Submit("b");

        fixture.Run();

        await SchedulerFixture.FailureOf<GenerationException>(bad);
        fixture.AssertCompleted(good);
    }

    [Fact]
    public async Task Run_sampling_fails_ends_that_request_alone()
    {
        using var fixture = new SchedulerFixture();
        var scramble = fixture.Model.Next;
        fixture.Model.Next = tokens =>
            tokens[0] == FakeModel.Encode("!")[0] ? throw new InvalidOperationException("no usable probabilities") : scramble(tokens);
        var bad = fixture.Submit("!bad");
        var good = fixture.Submit("good");

        fixture.Run();

        await SchedulerFixture.FailureOf<InvalidOperationException>(bad);
        fixture.Model.Next = scramble;
        fixture.AssertCompleted(good);
        Assert.Equal(0, fixture.Model.SamplersAlive);
    }

    [Fact]
    public void Run_more_than_the_cache_holds_waits_until_there_is_room()
    {
        using var fixture = new SchedulerFixture(conversations: 4, pins: 0, contextTokens: 64, batchTokens: 32);
        var requests = Enumerable.Range(0, 6).Select(i => fixture.Submit($"prompt number {i}", most: 20)).ToArray();
        fixture.Scheduler.Tick();

        Assert.Equal(1, fixture.Scheduler.Running);
        fixture.Run();
        Assert.All(requests, fixture.AssertCompleted);
    }

    [Fact]
    public void Run_long_prompt_never_holds_up_the_others_for_more_than_150_ms()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'), contextTokens: 4000, batchTokens: 512);
        var longest = TimeSpan.Zero;
        fixture.Model.Context.OnDecode = (_, batch) =>
        {
            var step = TimeSpan.FromMilliseconds(15 + (3 * batch.Count));
            longest = batch.Count < 512 && step > longest ? step : longest;
            fixture.Clock.Advance(step);
            return null;
        };
        var quick = fixture.Submit("a", most: 400);
        fixture.Scheduler.Tick();
        var slow = fixture.Submit(new string('b', 1500), most: 5);

        fixture.Run();

        Assert.Equal(400, SchedulerFixture.Completed(quick).Length);
        Assert.Equal(5, SchedulerFixture.Completed(slow).Length);
        Assert.InRange(longest.TotalMilliseconds, 60, 150);
    }

    [Fact]
    public void Run_short_prompt_does_not_wait_for_a_long_one()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'), contextTokens: 4000, batchTokens: 64);
        var slow = fixture.Submit(new string('b', 2000), most: 1);
        var quick = fixture.Submit("short", most: 3);

        for (var i = 0; i < 4; i++)
        {
            fixture.Scheduler.Tick();
        }

        Assert.Equal("xxx", SchedulerFixture.Completed(quick));
        Assert.False(slow.Text.Completion.IsCompleted);
    }

    [Fact]
    public void Run_times_are_those_of_the_clock()
    {
        using var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'), conversations: 1);
        fixture.Model.Context.OnDecode = (_, _) =>
        {
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return null;
        };
        fixture.Submit("first", most: 5);
        var second = fixture.Submit("second", most: 4);

        fixture.Run();

        SchedulerFixture.Completed(second);
        Assert.Equal(TimeSpan.FromMilliseconds(500), second.Summary!.QueueTime);
        Assert.Equal(TimeSpan.FromMilliseconds(600), second.Summary.FirstTokenTime);
        Assert.Equal(TimeSpan.FromMilliseconds(900), second.Summary.Duration);
    }

    [Fact]
    public void Run_grammar_that_allows_nothing_more_ends_the_text()
    {
        using var fixture = new SchedulerFixture(new FakeModel(tokens => tokens.Count < 4 ? 10 + 'x' : -1));
        var request = fixture.Submit("a");

        fixture.Run();

        Assert.Equal("xxx", SchedulerFixture.Completed(request));
        Assert.Equal(GenerationEnd.Stop, request.Summary!.End);
    }
}
