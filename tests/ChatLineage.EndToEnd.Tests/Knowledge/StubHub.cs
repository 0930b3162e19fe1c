using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>A web server on loopback that stands in for the hub: one answer a connection, all requests remembered.</summary>
internal sealed class StubHub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<HubRequest> _requests = new();
    private readonly Func<string, HubAnswer> _answer;
    private readonly Task _serving;

    /// <param name="answer">Answers the target of a request line: <c>/api/models/acme/New-9B</c>.</param>
    public StubHub(Func<string, HubAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync(_stop.Token);
    }

    public string Address { get; }

    public IReadOnlyList<HubRequest> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(cancellationToken), cancellationToken));
        }
        finally
        {
            await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var target = (await reader.ReadLineAsync(cancellationToken))?.Split(' ').ElementAtOrDefault(1) ?? "";
        string? authorization = null;
        for (var line = await reader.ReadLineAsync(cancellationToken); line is { Length: > 0 }; line = await reader.ReadLineAsync(cancellationToken))
        {
            if (line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase))
                authorization = line["Authorization: ".Length..];
        }

        _requests.Enqueue(new HubRequest(target, authorization));
        var answer = _answer(target);
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var location = answer.Location is null ? "" : $"Location: {answer.Location}\r\n";
        var length = body.Length + (answer.BreaksOff ? 1 : 0);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} x\r\n{location}Content-Length: {length}\r\nConnection: close\r\n\r\n"), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
        if (answer.Stalls)
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
