using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatLineage.Testing.Http;

/// <summary>
/// An HTTP server on this machine whose every answer a test decides, faults included. One request a connection, without a web framework, so that
/// it can break a body in the middle and does not bring assemblies that the tested program lacks.
/// </summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _shutdown = new();
    private readonly Func<StubExchange, CancellationToken, Task> _answer;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    private StubServer(Func<StubExchange, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/");
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens; ends with a slash.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers each request; may run for several at once.</param>
    public static StubServer Start(Func<StubExchange, CancellationToken, Task> answer) => new(answer);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_shutdown.IsCancellationRequested)
            return;
        await _shutdown.CancelAsync();
        // In this order: a listener that was stopped refuses to be asked once more.
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _shutdown.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_shutdown.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                await using var stream = new NetworkStream(socket);
                if (await ReadAsync(stream) is not { } exchange)
                    return;
                await _answer(exchange, _shutdown.Token);
                if (socket.Connected)
                    socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private async Task<StubExchange?> ReadAsync(NetworkStream stream)
    {
        var head = await ReadHeadAsync(stream);
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0].Split(' ') is not [var method, var target, _])
            return null;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = headers.TryGetValue("Content-Length", out var length) ? await ReadBodyAsync(stream, int.Parse(length, CultureInfo.InvariantCulture))
            : headers.ContainsKey("Transfer-Encoding") ? await ReadChunksAsync(stream)
            : "";
        return new StubExchange(stream, method, target, headers, body);
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await ReadByteAsync(stream) is not { } sign)
                return "";
            head.Append((char)sign);
        }

        return head.ToString();
    }

    private async Task<string> ReadBodyAsync(NetworkStream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, _shutdown.Token);
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<string> ReadChunksAsync(NetworkStream stream)
    {
        var body = new StringBuilder();
        while (true)
        {
            var size = "";
            while (!size.EndsWith("\r\n", StringComparison.Ordinal))
                size += (char)(await ReadByteAsync(stream) ?? throw new IOException("The body is cut off."));
            var length = int.Parse(size.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Append((await ReadBodyAsync(stream, length + 2))[..^2]);
            if (length == 0)
                return body.ToString();
        }
    }

    private async Task<byte?> ReadByteAsync(NetworkStream stream)
    {
        var one = new byte[1];
        return await stream.ReadAsync(one, _shutdown.Token) == 1 ? one[0] : null;
    }
}
