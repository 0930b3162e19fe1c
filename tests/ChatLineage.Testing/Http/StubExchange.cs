using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatLineage.Testing.Http;

/// <summary>A request that a <see cref="StubServer"/> has received, and the connection to answer it on.</summary>
public sealed class StubExchange
{
    private readonly NetworkStream _stream;

    internal StubExchange(NetworkStream stream, string method, string target, Dictionary<string, string> headers, string body)
    {
        _stream = stream;
        Method = method;
        Host = Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme == "http" ? absolute.Authority : headers.GetValueOrDefault("Host", "");
        Path = absolute is { Scheme: "http" } ? absolute.PathAndQuery : target;
        Headers = headers;
        Body = body;
    }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>The host that the request is for; another one than the server's when it is used as a proxy.</summary>
    public string Host { get; }

    /// <summary>Path and query.</summary>
    public string Path { get; }

    /// <summary>Headers, their names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as text.</summary>
    public string Body { get; }

    /// <summary>A header, or an empty string.</summary>
    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    /// <summary>Answers with a whole text.</summary>
    public async Task AnswerAsync(int status, string body, string contentType, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await BeginAsync(status, new Dictionary<string, string> { ["Content-Type"] = contentType, ["Content-Length"] = Number(bytes.Length) }, cancellationToken);
        await WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Answers with headers only.</summary>
    public Task AnswerAsync(int status, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken) =>
        BeginAsync(status, new Dictionary<string, string>(headers) { ["Content-Length"] = "0" }, cancellationToken);

    /// <summary>Begins an answer; the body follows by <see cref="WriteAsync"/>, and ends with the connection when no length was given.</summary>
    public async Task BeginAsync(int status, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var head = new StringBuilder($"HTTP/1.1 {Number(status)} Stub\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        await WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
    }

    /// <summary>Sends a piece of the body.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Waits until the client has closed the connection.</summary>
    public async Task WaitForCloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException)
        {
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
