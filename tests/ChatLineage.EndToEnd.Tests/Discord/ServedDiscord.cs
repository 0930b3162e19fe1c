using ChatLineage.Testing;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>Our own Discord, for a program that serves it.</summary>
internal sealed class ServedDiscord : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedDiscord(DiscordServer server)
    {
        Server = server;
        server.Changed = () => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public DiscordServer Server { get; }

    /// <summary>The settings with which the program finds it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["CHATLINEAGE_Discord__Token"] = "secret-token",
        ["CHATLINEAGE_Discord__ApiAddress"] = Server.Wire.RestAddress.ToString(),
        ["CHATLINEAGE_Chat__Database"] = Path.Combine(_folder.Path, "state.db"),
    };

    public static async Task<ServedDiscord> StartAsync() => new(await DiscordServer.StartAsync());

    /// <summary>Waits until a message of the bot holds a text.</summary>
    public async Task SeesAsync(string text)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (Server.Messages.Any(message => message.AuthorId == DiscordServer.Bot && message.Content.Contains(text, StringComparison.Ordinal)))
                return;
            await changed.WaitAsync(Patience.Limit * 2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(Server.Faults);
    }
}
