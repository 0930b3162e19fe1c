using System.Collections.Concurrent;
using System.Globalization;
using ChatLineage.Testing.Http;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>A hub on this machine that serves one file, with the faults that a test asks for.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly StubServer _server;

    public FileServer(byte[] content)
    {
        Content = content;
        _server = StubServer.Start(AnswerAsync);
    }

    public byte[] Content { get; set; }

    public Uri Address => _server.Address;

    /// <summary>Whether the server knows ranges.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>What the server says the SHA-256 is; null says nothing.</summary>
    public string? LinkedEtag { get; set; }

    /// <summary>Answers a request in another way; false lets the file be served.</summary>
    public Func<StubExchange, CancellationToken, Task<bool>>? Instead { get; set; }

    /// <summary>Bytes of the body after which the connection is broken, one for each request; none left serves everything.</summary>
    public ConcurrentQueue<int> Breaks { get; } = new();

    /// <summary>Whether the connection stays open and silent where it would be broken.</summary>
    public bool Stalls { get; set; }

    /// <summary>Requests so far.</summary>
    public ConcurrentQueue<(string Path, string Range, string Authorization)> Requests { get; } = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(StubExchange exchange, CancellationToken cancellationToken)
    {
        Requests.Enqueue((exchange.Path, exchange.Header("Range"), exchange.Header("Authorization")));
        if (Instead is not null && await Instead(exchange, cancellationToken))
        {
            return;
        }

        var headers = new Dictionary<string, string>();
        if (LinkedEtag is not null)
        {
            headers["X-Linked-Etag"] = $"\"{LinkedEtag}\"";
        }

        var status = 200;
        var from = 0;
        if (Ranges && exchange.Header("Range") is { Length: > 0 } range)
        {
            from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            headers["Content-Range"] = from < Content.Length
                ? $"bytes {from}-{Content.Length - 1}/{Content.Length}" : $"bytes */{Content.Length}";
            status = from < Content.Length ? 206 : 416;
        }

        var rest = Content.AsMemory(Math.Min(from, Content.Length));
        headers["Content-Length"] = rest.Length.ToString(CultureInfo.InvariantCulture);
        await exchange.BeginAsync(status, headers, cancellationToken);
        await SendAsync(exchange, rest, cancellationToken);
    }

    private async Task SendAsync(StubExchange exchange, ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        if (!Breaks.TryDequeue(out var most))
        {
            await exchange.WriteAsync(rest, cancellationToken);
            return;
        }

        await exchange.WriteAsync(rest[..Math.Min(most, rest.Length)], cancellationToken);
        if (Stalls)
        {
            await exchange.WaitForCloseAsync(cancellationToken);
        }
    }
}
