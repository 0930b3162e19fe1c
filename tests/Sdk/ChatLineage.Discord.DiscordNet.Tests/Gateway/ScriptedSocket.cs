using Discord.Net.WebSockets;

namespace ChatLineage.Discord.DiscordNet.Tests.Gateway;

/// <summary>A websocket that brings what a test says.</summary>
internal sealed class ScriptedSocket : IWebSocketClient
{
    public event Func<byte[], int, int, Task>? BinaryMessage;

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    /// <summary>The address that was connected to.</summary>
    public string? Host { get; private set; }

    /// <summary>The code that it was closed with.</summary>
    public int? ClosedWith { get; private set; }

    public Task BringAsync(string json) => TextMessage?.Invoke(json) ?? Task.CompletedTask;

    public void SetHeader(string key, string value)
    {
    }

    public void SetCancelToken(CancellationToken cancelToken)
    {
    }

    public Task ConnectAsync(string host)
    {
        Host = host;
        return Task.CompletedTask;
    }

    public Task DisconnectAsync(int closeCode = 1000)
    {
        ClosedWith = closeCode;
        return Closed?.Invoke(new IOException()) ?? Task.CompletedTask;
    }

    public Task SendAsync(byte[] data, int index, int count, bool isText) => BinaryMessage?.Invoke(data, index, count) ?? Task.CompletedTask;

    public void Dispose()
    {
    }
}
