using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A reply on a <see cref="FakePlatform"/>, which holds its caller to the rules of <see cref="IPendingReply"/>.</summary>
/// <param name="messageId">The message that it answers.</param>
/// <param name="capabilities">What the platform can do.</param>
public sealed class FakeReply(string messageId, PlatformCapabilities capabilities) : IPendingReply
{
    private readonly List<Reply> _shown = [];

    /// <summary>The message that it answers.</summary>
    public string MessageId => messageId;

    /// <summary>What was shown, in order; the complete reply last.</summary>
    public IReadOnlyList<Reply> Shown => _shown;

    /// <summary>The complete reply; null while there is none and for a stopped one.</summary>
    public Reply? Finished { get; private set; }

    /// <summary>True when the reply was stopped.</summary>
    public bool Stopped { get; private set; }

    /// <inheritdoc/>
    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        Assert.False(capabilities.Updating == Updating.None, "a reply was updated on a platform that cannot");
        Add(reply);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        Add(reply);
        Finished = reply;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        AssertOpen();
        Stopped = true;
        return ValueTask.CompletedTask;
    }

    private void Add(Reply reply)
    {
        AssertOpen();
        Assert.True(reply.Text.Length <= capabilities.MaxTextLength, $"a reply has {reply.Text.Length} characters, more than {capabilities.MaxTextLength}");
        if (capabilities.Updating == Updating.Append && _shown.Count > 0)
            Assert.StartsWith(_shown[^1].Body, reply.Body, StringComparison.Ordinal);
        _shown.Add(reply);
    }

    private void AssertOpen() => Assert.False(Stopped || Finished is not null, "a reply was touched after it had ended");
}
