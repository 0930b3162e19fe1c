using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A reply on a <see cref="FakePlatform"/>, which holds its caller to the rules of <see cref="IPendingReply"/>.</summary>
/// <param name="messageId">The message that it answers.</param>
/// <param name="audience">Who sees it.</param>
/// <param name="capabilities">What the platform can do.</param>
public sealed class FakeReply(string messageId, Audience audience, PlatformCapabilities capabilities) : IPendingReply
{
    private readonly List<Reply> _shown = [];
    private readonly List<int> _waits = [];

    /// <summary>The message that it answers.</summary>
    public string MessageId => messageId;

    /// <summary>Who sees it.</summary>
    public Audience Audience => audience;

    /// <summary>True when the platform cannot be reached when the reply shall be finished.</summary>
    public bool IsAway { get; init; }

    /// <summary>How many questions were said to be ahead, each time.</summary>
    public IReadOnlyList<int> Waits => _waits;

    /// <summary>What was shown, in order; the complete reply last.</summary>
    public IReadOnlyList<Reply> Shown => _shown;

    /// <summary>The complete reply; null while there is none and for a stopped one.</summary>
    public Reply? Finished { get; private set; }

    /// <summary>True when the reply was stopped.</summary>
    public bool Stopped { get; private set; }

    /// <inheritdoc/>
    public ValueTask WaitAsync(int ahead, CancellationToken cancellationToken)
    {
        AssertOpen();
        Assert.Empty(_shown);
        Assert.InRange(ahead, 0, int.MaxValue);
        _waits.Add(ahead);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        Assert.False(capabilities.Updating == Updating.None, "a reply was updated on a platform that cannot");
        Add(reply);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new PlatformUnavailableException("The platform is away.");
        Add(reply);
        Finished = reply;
        return ValueTask.FromResult<string?>($"posted-{messageId}");
    }

    /// <inheritdoc/>
    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        AssertOpen();
        Stopped = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>Fails when a platform could not show a reply.</summary>
    internal static void AssertFits(Reply reply, PlatformCapabilities capabilities)
    {
        Assert.All(reply.Continued.Prepend(reply.Text), text => Assert.InRange(text.Length, 1, capabilities.MaxTextLength));
        Assert.All(reply.Attachments, attachment => Assert.InRange(attachment.Content.Length, 1, capabilities.MaxFileBytes));
        if (!capabilities.Buttons)
            Assert.Empty(reply.Actions);
        Assert.Equal(reply.Actions.IsEmpty, reply.AnswerId is null);
    }

    private void Add(Reply reply)
    {
        AssertOpen();
        AssertFits(reply, capabilities);
        if (capabilities.Updating == Updating.Append && _shown.Count > 0)
            Assert.StartsWith(_shown[^1].Body, reply.Body, StringComparison.Ordinal);
        _shown.Add(reply);
    }

    private void AssertOpen() => Assert.False(Stopped || Finished is not null, "a reply was touched after it had ended");
}
