using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class CancellationTests
{
    [Fact]
    public async Task Run_cancelled_while_generating_ends_at_the_next_step()
    {
        using var cancellation = new CancellationTokenSource();
        using var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'));
        var cancelled = fixture.Submit("a", most: 500, cancellationToken: cancellation.Token);
        var other = fixture.Submit("b", most: 30);
        fixture.Scheduler.Tick();

        await cancellation.CancelAsync();
        fixture.Scheduler.Tick();

        await SchedulerFixture.FailureOf<OperationCanceledException>(cancelled);
        Assert.Equal(1, fixture.Wakes);
        Assert.Equal(1, fixture.Scheduler.Running);
        fixture.Run();
        fixture.AssertCompleted(other);
        Assert.Equal(0, fixture.Model.SamplersAlive);
    }

    [Fact]
    public async Task Run_cancelled_while_queued_never_gets_a_slot()
    {
        using var cancellation = new CancellationTokenSource();
        using var fixture = new SchedulerFixture(conversations: 1);
        var first = fixture.Submit("a");
        var cancelled = fixture.Submit("never computed", most: 20, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        fixture.Run();

        fixture.AssertCompleted(first);
        await SchedulerFixture.FailureOf<OperationCanceledException>(cancelled);
        Assert.DoesNotContain(fixture.Model.Context.Steps.SelectMany(step => step),
            entry => entry.Token == FakeModel.Encode("n")[0] && entry.Position == 0);
    }

    [Fact]
    public async Task Run_cancelled_alone_in_a_step_aborts_the_step()
    {
        using var cancellation = new CancellationTokenSource();
        using var fixture = new SchedulerFixture();
        var aborted = false;
        fixture.Model.Context.OnDecode = (context, _) =>
        {
            cancellation.Cancel();
            aborted = context.AbortAsked;
            return null;
        };
        var request = fixture.Submit("a", most: 20, cancellationToken: cancellation.Token);

        fixture.Run();

        Assert.True(aborted);
        Assert.Empty(fixture.Model.Context.Steps);
        await SchedulerFixture.FailureOf<OperationCanceledException>(request);
    }

    [Fact]
    public async Task Run_cancelled_beside_others_does_not_abort_the_step()
    {
        using var cancellation = new CancellationTokenSource();
        using var fixture = new SchedulerFixture();
        fixture.Model.Context.OnDecode = (context, _) =>
        {
            cancellation.Cancel();
            Assert.False(context.AbortAsked);
            return null;
        };
        var request = fixture.Submit("a", most: 20, cancellationToken: cancellation.Token);
        var other = fixture.Submit("b", most: 20);

        fixture.Run();

        fixture.AssertCompleted(other);
        await SchedulerFixture.FailureOf<OperationCanceledException>(request);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_step_aborted_when_all_of_a_text_is_cached_goes_on(int step)
    {
        using var fixture = new SchedulerFixture();
        var times = 0;
        fixture.Model.Context.OnDecode = (context, batch) =>
        {
            if (++times != step)
            {
                return null;
            }

            context.Compute(batch.Entries.ToArray());
            return DecodeOutcome.Aborted;
        };
        var requests = new[] { fixture.Submit("ab", most: 5), fixture.Submit("cd", most: 5) };

        fixture.Run();

        Assert.All(requests, fixture.AssertCompleted);
        Assert.Single(fixture.Model.Contexts);
    }

    [Fact]
    public void Run_step_aborted_half_way_goes_on_with_what_is_cached()
    {
        using var fixture = new SchedulerFixture();
        var times = 0;
        fixture.Model.Context.OnDecode = (context, batch) =>
        {
            if (++times != 2)
            {
                return null;
            }

            context.Compute(batch.Entries[..(batch.Count / 2)].ToArray());
            return DecodeOutcome.Aborted;
        };
        var requests = new[] { fixture.Submit(new string('a', 150)), fixture.Submit(new string('b', 90)) };

        fixture.Run();

        Assert.All(requests, fixture.AssertCompleted);

        // A wrong count would be mended as well, but at the price of a new context.
        Assert.Single(fixture.Model.Contexts);
    }
}
