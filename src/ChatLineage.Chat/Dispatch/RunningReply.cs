using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Dispatch;

/// <summary>A message that is being replied to.</summary>
/// <param name="platform">Where it came from.</param>
/// <param name="message">The message.</param>
/// <param name="ticket">Its place in the queue; null for one that only gets a notice.</param>
/// <param name="notice">What is said instead of an answer; null to answer.</param>
/// <param name="stopping">Cancelled when the program ends.</param>
internal sealed class RunningReply(IChatPlatform platform, IncomingMessage message, QueueTicket? ticket, string? notice, CancellationToken stopping)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _withdrawal = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private volatile bool _withdrawn;

    /// <summary>Where it came from.</summary>
    public IChatPlatform Platform => platform;

    /// <summary>The message.</summary>
    public IncomingMessage Message => message;

    /// <summary>Its place in the queue; null for one that only gets a notice.</summary>
    public QueueTicket? Ticket => ticket;

    /// <summary>What is said instead of an answer; null to answer.</summary>
    public string? Notice => notice;

    /// <summary>Cancelled when the program ends.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Cancelled when the program ends, or the asker takes the question back.</summary>
    public CancellationToken Either => _withdrawal.Token;

    /// <summary>True when the asker took the question back.</summary>
    public bool IsWithdrawn => _withdrawn;

    /// <summary>Completes when nothing more is done about it; never fails.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The asker takes the question back.</summary>
    public void Withdraw()
    {
        _withdrawn = true;
        try
        {
            _withdrawal.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The reply has ended in the meantime.
        }
    }

    /// <summary>Replies in the background, since whoever brought the message waits only until it is stored.</summary>
    /// <param name="reply">Replies; throws nothing.</param>
    /// <param name="ended">Called at the end.</param>
    public void Start(Func<RunningReply, Task> reply, Action ended) => Task.Run(async () =>
    {
        try
        {
            await reply(this);
        }
        finally
        {
            ticket?.Dispose();
            _withdrawal.Dispose();
            ended();
            _ended.SetResult();
        }
    }, CancellationToken.None);
}
