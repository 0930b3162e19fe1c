using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class MixedLoadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Run_many_requests_with_faults_and_cancellations_each_ends_right(int seed)
    {
        var random = new Random(seed);
        using var fixture = new SchedulerFixture(conversations: 4, pins: 2, contextTokens: 300, batchTokens: 48);
        fixture.Model.OnCreate = context => context.OnDecode = (ctx, batch) => Fault(random, ctx, batch);
        fixture.Model.Context.OnDecode = (ctx, batch) => Fault(random, ctx, batch);
        var requests = new List<(GenerationRequest Request, CancellationTokenSource Cancellation)>();
        for (var i = 0; i < 200; i++)
        {
            for (var j = random.Next(3); j > 0; j--)
            {
                var cancellation = new CancellationTokenSource();
                var prompt = new string((char)('a' + random.Next(3)), random.Next(1, 60)) + random.Next(20);
                requests.Add((fixture.Submit(prompt, random.Next(1, 40), random.Next(prompt.Length), cancellationToken: cancellation.Token),
                    cancellation));
            }

            if (requests.Count > 0 && random.Next(4) == 0)
            {
                requests[random.Next(requests.Count)].Cancellation.Cancel();
            }

            fixture.Clock.Advance(TimeSpan.FromMilliseconds(5));
            fixture.Scheduler.Tick();
        }

        fixture.Run();

        var completed = 0;
        foreach (var (request, cancellation) in requests)
        {
            Assert.True(request.Text.Completion.IsCompleted || request.Text.TryPeek(out _));
            if (request.Summary is not null)
            {
                fixture.AssertCompleted(request);
                completed++;
            }
            else
            {
                SchedulerFixture.TextOf(request);
                Assert.True(request.Text.Completion.IsFaulted
                    || (cancellation.IsCancellationRequested && request.Text.Completion.IsCanceled));
            }

            cancellation.Dispose();
        }

        Assert.True(completed > requests.Count / 2, $"{completed} of {requests.Count}");
        Assert.Equal(0, fixture.Model.SamplersAlive);
    }

    private static DecodeOutcome? Fault(Random random, FakeContext context, TokenBatch batch)
    {
        switch (random.Next(60))
        {
            case 0:
                return DecodeOutcome.Failed;
            case 1:
                return DecodeOutcome.CacheFull;
            case 2:
                context.Compute(batch.Entries[..random.Next(batch.Count)].ToArray());
                return DecodeOutcome.Aborted;
            default:
                return null;
        }
    }
}
