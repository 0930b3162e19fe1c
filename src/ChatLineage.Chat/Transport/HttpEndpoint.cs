using System.Net;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat.Transport;

/// <summary>Takes the POST requests that platforms send to a port of this machine.</summary>
/// <param name="prefix">Where it listens, behind whatever speaks TLS: <c>http://127.0.0.1:8080/</c>, <c>http://*:8080/</c>; ends with a
/// slash.</param>
/// <param name="maxBytes">The longest body that is read.</param>
/// <param name="answer">Answers a request; runs for several at once.</param>
/// <param name="logger">The log.</param>
/// <remarks>
/// Uses the listener of .NET's own library and not ASP.NET Core, so that the program runs where only the .NET runtime is installed: see
/// <c>docs/decisions</c>. TLS, slow senders and many connections are the business of the proxy in front of it.
/// </remarks>
public sealed partial class HttpEndpoint(
    string prefix, int maxBytes, Func<HttpCall, CancellationToken, Task<HttpReply>> answer, ILogger logger)
{
    private const int MaxAtOnce = 256;

    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(10);

    /// <summary>Listens until the token is cancelled, and then until what has begun is answered.</summary>
    /// <exception cref="HttpListenerException">The address cannot be listened on: taken, or not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add(prefix);
        listener.Start();
        Listening(prefix);
        using var places = new SemaphoreSlim(MaxAtOnce);
        await using var stop = cancellationToken.Register(listener.Stop);
        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                await places.WaitAsync(cancellationToken);
                var context = await listener.GetContextAsync();
                running.RemoveWhere(task => task.IsCompleted);
                running.Add(ServeAsync(context, places, cancellationToken));
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task ServeAsync(HttpListenerContext context, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await AnswerAsync(context.Request, cancellationToken);
            context.Response.StatusCode = reply.Status;
            if (reply.Body.Length > 0)
            {
                context.Response.ContentType = reply.ContentType;
                context.Response.ContentLength64 = reply.Body.Length;
                await context.Response.OutputStream.WriteAsync(reply.Body, CancellationToken.None);
            }

            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            Gone(gone);
            context.Response.Abort();
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<HttpReply> AnswerAsync(HttpListenerRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpMethod != "POST")
            return new HttpReply(405, default);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(BodyLimit);
        try
        {
            if (await ReadAsync(request, limit.Token) is not { } body)
                return new HttpReply(413, default);
            return await answer(new HttpCall(request.Url?.AbsolutePath ?? "/", name => request.Headers[name], body), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested ? HttpReply.Unavailable : new HttpReply(408, default);
        }
        catch (Exception broken) when (broken is not (HttpListenerException or IOException))
        {
            Failed(broken);
            return new HttpReply(500, default);
        }
    }

    /// <summary>The body; null when it is longer than allowed.</summary>
    private async Task<byte[]?> ReadAsync(HttpListenerRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength64 > maxBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.InputStream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
            if (body.Length > maxBytes)
                return null;
        }

        return body.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on {Prefix}.")]
    private partial void Listening(string prefix);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request broke off before it was answered.")]
    private partial void Gone(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering a request failed.")]
    private partial void Failed(Exception exception);
}
