using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform under test with the people around it: what they type and what they see.</summary>
public abstract class PlatformStage : IAsyncDisposable
{
    /// <summary>The platform.</summary>
    public abstract IChatPlatform Platform { get; }

    /// <summary>Everything that people can see by now.</summary>
    public abstract string Visible { get; }

    /// <summary>Somebody asks; always the same person in the same conversation.</summary>
    public abstract void Ask(string text);

    /// <summary>The person who asked last takes the question back.</summary>
    public abstract void Withdraw();

    /// <summary>The platform will bring no more.</summary>
    public abstract void Close();

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
