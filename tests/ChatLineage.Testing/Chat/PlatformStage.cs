using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform under test with the people around it: what they type and what they see.</summary>
public abstract class PlatformStage : IAsyncDisposable
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The platform.</summary>
    public abstract IChatPlatform Platform { get; }

    /// <summary>Everything that the asker can see by now: texts, sources, names and descriptions of files.</summary>
    public abstract string Visible { get; }

    /// <summary>Everything that somebody else in the same channel can see by now.</summary>
    public virtual string VisibleToOthers => Visible;

    /// <summary>A channel to post to, where <see cref="PlatformCapabilities.Channels"/> is true.</summary>
    public virtual string ChannelId => throw new NotSupportedException("This stage has no channel.");

    /// <summary>Somebody asks; always the same person in the same conversation.</summary>
    public abstract void Ask(string text);

    /// <summary>Somebody asks so that only they see the reply, where <see cref="PlatformCapabilities.Ephemeral"/> is true.</summary>
    public virtual void AskInPrivate(string text) => throw new NotSupportedException("Nobody can ask in private on this stage.");

    /// <summary>The person who asked a question takes it back.</summary>
    public abstract void Withdraw(string question);

    /// <summary>
    /// Somebody presses a button of the reply that was finished last, where <see cref="PlatformCapabilities.Buttons"/> is true, and writes
    /// the comment into the form that comes up, if one does.
    /// </summary>
    public virtual Task PressAsync(AnswerAction action, string comment) => throw new NotSupportedException("There are no buttons on this stage.");

    /// <summary>Waits until the asker sees a text.</summary>
    public async Task UntilVisibleAsync(string text)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (Visible.Contains(text, StringComparison.Ordinal))
                return;
            await changed.WaitAsync(Patience.Limit);
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Called by a stage whenever there can be something new to see.</summary>
    protected void NoteChange() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
