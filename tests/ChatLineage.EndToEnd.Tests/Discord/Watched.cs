using ChatLineage.Testing;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>A Discord of this machine whose messages a test waits for.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Watched(DiscordServer server)
    {
        Server = server;
        server.Changed = () => Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public DiscordServer Server { get; }

    public static async Task<Watched> StartAsync() => new(await DiscordServer.StartAsync());

    /// <summary>Waits for a message of the bot.</summary>
    public async Task<PostedMessage> UntilAsync(Func<PostedMessage, bool> fits)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (Server.Messages.FirstOrDefault(message => message.AuthorId == DiscordServer.Bot && !message.Deleted && fits(message)) is { } found)
                return found;
            await changed.WaitAsync(Patience.Limit * 2);
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
