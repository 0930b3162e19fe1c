using ChatLineage.Answering;
using ChatLineage.Chat.Access;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Notes;
using ChatLineage.Chat.Storage;
using ChatLineage.Knowledge;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Chat.Tests.Dispatch;

/// <summary>A dispatcher over fake platforms, and waiting for what it does.</summary>
internal sealed class DispatchStage : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddMinutes(1));

    public ChatOptions Options { get; } = new();

    public AccessOptions Access { get; init; } = new();

    public IChatStore Store { get; init; } = new ChatMemory();

    public FakePlatform Platform { get; init; } = new();

    public KnowledgeBase? Notes { get; init; }

    public DrawLineage? Draw { get; init; }

    public Dispatcher Start(IAnswerer answerer)
    {
        var access = new Dictionary<string, AccessOptions> { [Platform.Name] = Access };
        var dispatcher = new Dispatcher(
            answerer, Store, Options, Time, NullLogger<Dispatcher>.Instance, Notes is { } notes ? () => notes : null, Draw, access);
        _running = dispatcher.RunAsync([Platform], _stop.Token);
        return dispatcher;
    }

    /// <summary>Runs until everything that was asked has been dealt with.</summary>
    public async Task RunToEndAsync(IAnswerer answerer)
    {
        Start(answerer);
        await EndAsync();
    }

    /// <summary>No more comes; waits until everything has been dealt with.</summary>
    public async Task EndAsync()
    {
        Platform.Close();
        await _running.WaitAsync(Patience.Limit);
    }

    /// <summary>The program is told to stop.</summary>
    public async Task ShutDownAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(Patience.Limit));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
