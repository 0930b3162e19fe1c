using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform that tells when replies end.</summary>
/// <param name="inner">The platform.</param>
/// <param name="ended">Called after each reply that was finished or stopped, with the number of those.</param>
internal sealed class ObservedPlatform(IChatPlatform inner, Action<int> ended) : IChatPlatform
{
    private int _ended;

    public string Name => inner.Name;

    public PlatformCapabilities Capabilities => inner.Capabilities;

    public Task RunAsync(IInbox inbox, CancellationToken cancellationToken) => inner.RunAsync(inbox, cancellationToken);

    public async ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken) =>
        new ObservedReply(await inner.BeginReplyAsync(message, audience, cancellationToken), () => ended(Interlocked.Increment(ref _ended)));

    public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken) => inner.PostAsync(channelId, reply, cancellationToken);

    private sealed class ObservedReply(IPendingReply inner, Action ended) : IPendingReply
    {
        public ValueTask WaitAsync(int ahead, CancellationToken cancellationToken) => inner.WaitAsync(ahead, cancellationToken);

        public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken) => inner.ShowAsync(reply, cancellationToken);

        public async ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
        {
            var posted = await inner.FinishAsync(reply, cancellationToken);
            ended();
            return posted;
        }

        public async ValueTask StopAsync(CancellationToken cancellationToken)
        {
            await inner.StopAsync(cancellationToken);
            ended();
        }
    }
}
