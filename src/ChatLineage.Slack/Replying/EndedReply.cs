using ChatLineage.Chat.Platforms;

namespace ChatLineage.Slack.Replying;

/// <summary>A reply that tells when it has ended, so that it is known which ones may have to be taken up again.</summary>
internal sealed class EndedReply(IPendingReply inner, Action ended) : IPendingReply
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
