using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class SchedulerThreadTests : IDisposable
{
    private readonly FakeModel _model = new();
    private readonly List<Exception> _faults = [];

    [Fact]
    public async Task Submit_many_callers_each_gets_its_text()
    {
        await using var thread = Start();
        var requests = Enumerable.Range(0, 50).Select(i => Request($"prompt {i}")).ToArray();

        var texts = await Task.WhenAll(requests.Select(async request =>
        {
            await thread.SubmitAsync(request, CancellationToken.None);
            return await ReadAsync(request);
        }));

        Assert.Equal(requests.Select(request => _model.Expected(request.Prompt, request.MaxOutputTokens)), texts);
    }

    [Fact]
    public async Task Submit_full_queue_waits_and_can_be_cancelled()
    {
        using var gate = new ManualResetEventSlim();
        _model.OnCreate = context => context.OnDecode = (_, _) =>
        {
            gate.Wait();
            return null;
        };
        await using var thread = Start(queueLimit: 2);
        var requests = Enumerable.Range(0, 3).Select(i => Request($"{i}")).ToArray();
        await thread.SubmitAsync(requests[0], CancellationToken.None);
        await Until(() => thread.Queued == 0);
        await thread.SubmitAsync(requests[1], CancellationToken.None);
        await thread.SubmitAsync(requests[2], CancellationToken.None);
        using var cancellation = new CancellationTokenSource();

        var waiting = thread.SubmitAsync(Request("one too many"), cancellation.Token).AsTask();

        Assert.False(waiting.IsCompleted);
        Assert.Equal(2, thread.Queued);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Set();
        Assert.All(await Task.WhenAll(requests.Select(ReadAsync)), text => Assert.NotEmpty(text));
    }

    [Fact]
    public async Task Stop_lets_running_and_queued_requests_end_and_takes_no_more()
    {
        await using var thread = Start();
        var requests = Enumerable.Range(0, 10).Select(i => Request($"{i}", most: 200)).ToArray();
        foreach (var request in requests)
        {
            await thread.SubmitAsync(request, CancellationToken.None);
        }

        await thread.StopAsync(CancellationToken.None);

        Assert.All(requests, request => Assert.NotNull(request.Summary));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => thread.SubmitAsync(Request("late"), CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task Dispose_in_the_middle_of_a_step_aborts_it()
    {
        using var reached = new SemaphoreSlim(0);
        _model.OnCreate = context => context.OnDecode = (fake, _) =>
        {
            reached.Release();
            SpinWait.SpinUntil(() => fake.AbortAsked);
            return null;
        };
        var thread = Start();
        var request = Request("a");
        await thread.SubmitAsync(request, CancellationToken.None);
        await reached.WaitAsync();

        await thread.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(request));
        Assert.True(_model.Context.IsDisposed);
        Assert.Equal(0, _model.SamplersAlive);
    }

    [Fact]
    public async Task Fault_in_a_step_fails_its_requests_and_later_ones_work()
    {
        _model.OnCreate = context => context.OnDecode = (_, _) =>
        {
            _model.OnCreate = null;
            throw new InvalidOperationException("a mistake of ours");
        };
        await using var thread = Start();
        var first = Request("first");
        await thread.SubmitAsync(first, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(first));

        var second = Request("second");
        await thread.SubmitAsync(second, CancellationToken.None);
        Assert.Equal(_model.Expected(second.Prompt, second.MaxOutputTokens), await ReadAsync(second));
        Assert.Same(failure, Assert.Single(_faults));
        Assert.Equal(2, _model.Contexts.Count);
    }

    public void Dispose() => _model.Dispose();

    private static GenerationRequest Request(string prompt, int most = 20) =>
        new(FakeModel.Encode(prompt), SamplingSettings.Greedy, most, CancellationToken.None);

    private static async Task<string> ReadAsync(GenerationRequest request) =>
        string.Concat(await request.Text.ReadAllAsync().ToListAsync());

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private SchedulerThread Start(int queueLimit = 100) =>
        new(_model, new ContextSettings(1000, 64, 2, Threads: 1), new CachePlan(1, 0), queueLimit, TimeProvider.System, _faults.Add);
}
