using System.Threading.Channels;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>A scheduler on a fake model, stepped by the test.</summary>
internal sealed class SchedulerFixture : IDisposable
{
    private readonly Channel<GenerationRequest> _queue = Channel.CreateUnbounded<GenerationRequest>();

    public SchedulerFixture(FakeModel? model = null, int conversations = 2, int pins = 1, int contextTokens = 1000, int batchTokens = 64,
        long spillBytes = 1_000_000)
    {
        Model = model ?? new FakeModel();
        Settings = new ContextSettings(contextTokens, batchTokens, conversations + pins, Threads: 2);
        Scheduler = new BatchScheduler(Model, Settings, new CachePlan(pins, spillBytes), _queue.Reader, Clock, () => Wakes++);
    }

    public FakeModel Model { get; }

    public ContextSettings Settings { get; }

    public FakeTimeProvider Clock { get; } = new();

    public BatchScheduler Scheduler { get; }

    public int Wakes { get; private set; }

    public GenerationRequest Submit(string prompt, int most = 20, int shared = 0, string[]? stops = null, string? grammar = null,
        CancellationToken cancellationToken = default)
    {
        var request =
            new GenerationRequest(FakeModel.Encode(prompt), SamplingSettings.Greedy with { Grammar = grammar }, most, cancellationToken)
            {
                SharedTokens = shared,
                StopSequences = stops ?? [],
                SubmittedAt = Clock.GetTimestamp(),
            };
        Assert.True(_queue.Writer.TryWrite(request));
        return request;
    }

    /// <summary>Steps until nothing is left to do.</summary>
    public int Run(int mostSteps = 10_000)
    {
        var steps = 0;
        while (Scheduler.Tick())
        {
            Assert.True(++steps <= mostSteps, "The scheduler does not come to an end.");
        }

        return steps;
    }

    public static string TextOf(GenerationRequest request)
    {
        var text = "";
        while (request.Text.TryRead(out var piece))
        {
            text += piece;
        }

        return text;
    }

    /// <summary>The text of a request that must have ended well.</summary>
    public static string Completed(GenerationRequest request)
    {
        var text = TextOf(request);
        Assert.True(request.Text.Completion.IsCompletedSuccessfully, request.Text.Completion.Exception?.ToString() ?? "It has not ended.");
        return text;
    }

    public void AssertCompleted(GenerationRequest request) =>
        Assert.Equal(Model.Expected(request.Prompt, request.MaxOutputTokens), Completed(request));

    public static async Task<T> FailureOf<T>(GenerationRequest request)
        where T : Exception
    {
        TextOf(request);
        Assert.True(request.Text.Completion.IsCompleted, "It has not ended.");
        return await Assert.ThrowsAnyAsync<T>(() => request.Text.Completion);
    }

    public void Dispose() => Scheduler.Dispose();
}
