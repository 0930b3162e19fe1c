using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData(DecodeOutcome.Failed)]
    [InlineData(DecodeOutcome.InvalidBatch)]
    internal void Run_context_fails_in_the_middle_texts_go_on_in_a_new_one(DecodeOutcome outcome)
    {
        using var fixture = new SchedulerFixture();
        fixture.Submit("warm up", shared: 0);
        fixture.Run();
        var steps = 0;
        fixture.Model.Context.OnDecode = (_, _) => ++steps == 7 ? outcome : null;
        var requests = new[] { fixture.Submit("first request", most: 30), fixture.Submit("second", most: 30) };

        fixture.Run();

        Assert.All(requests, fixture.AssertCompleted);
        Assert.Equal(2, fixture.Model.Contexts.Count);
        Assert.True(fixture.Model.Contexts[0].IsDisposed);
    }

    [Fact]
    public async Task Run_context_always_fails_gives_up_the_running_requests_only()
    {
        using var fixture = new SchedulerFixture();
        fixture.Model.OnCreate = context => context.OnDecode = (_, _) => DecodeOutcome.Failed;
        fixture.Model.Context.OnDecode = (_, _) => DecodeOutcome.Failed;
        var first = fixture.Submit("a");

        fixture.Run();
        fixture.Model.OnCreate = null;
        var second = fixture.Submit("b");
        fixture.Run();

        var failure = await SchedulerFixture.FailureOf<GenerationException>(first);
        Assert.Contains("3 times", failure.Message, StringComparison.Ordinal);
        fixture.AssertCompleted(second);
    }

    [Fact]
    public async Task Run_no_new_context_fails_clearly_and_later_requests_try_again()
    {
        using var fixture = new SchedulerFixture();
        fixture.Model.Context.OnDecode = (_, _) => DecodeOutcome.Failed;
        fixture.Model.OnCreate = _ => throw new ModelLoadException(ModelLoadFailure.OutOfMemory, "fake.gguf", "No memory.");
        var first = fixture.Submit("a");
        var queued = new[] { fixture.Submit("b"), fixture.Submit("c"), fixture.Submit("d") };

        fixture.Run();
        fixture.Model.OnCreate = null;
        var later = fixture.Submit("e");
        fixture.Run();

        foreach (var request in queued.Prepend(first))
        {
            await SchedulerFixture.FailureOf<GenerationException>(request);
        }

        fixture.AssertCompleted(later);
    }

    [Fact]
    public async Task Dispose_ends_every_request()
    {
        var fixture = new SchedulerFixture(new FakeModel(_ => 10 + 'x'), conversations: 1);
        var running = fixture.Submit("a", most: 500);
        var queued = fixture.Submit("b");
        fixture.Scheduler.Tick();

        fixture.Dispose();

        await SchedulerFixture.FailureOf<ObjectDisposedException>(running);
        await SchedulerFixture.FailureOf<ObjectDisposedException>(queued);
        Assert.True(fixture.Model.Context.IsDisposed);
        Assert.Equal(0, fixture.Model.SamplersAlive);
    }
}
