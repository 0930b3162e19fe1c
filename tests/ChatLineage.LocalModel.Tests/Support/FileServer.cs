using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>A hub on this machine that serves one file, with the faults that a test asks for.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileServer(byte[] content, WebApplication app)
    {
        Content = content;
        _app = app;
    }

    public byte[] Content { get; set; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <summary>Whether the server knows ranges.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>What the server says the SHA-256 is; null says nothing.</summary>
    public string? LinkedEtag { get; set; }

    /// <summary>Answers a request in another way; false lets the file be served.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Bytes of the body after which the connection is broken, one for each request; none left serves everything.</summary>
    public ConcurrentQueue<int> Breaks { get; } = new();

    /// <summary>Called when a body has been sent or broken.</summary>
    public Func<int, HttpContext, Task>? OnSent { get; set; }

    /// <summary>Requests so far: path, range, authorization.</summary>
    public ConcurrentQueue<(string Path, string Range, string Authorization)> Requests { get; } = new();

    public static async Task<FileServer> StartAsync(byte[] content)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FileServer(content, app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue((context.Request.Path, context.Request.Headers.Range.ToString(), context.Request.Headers.Authorization.ToString()));
        if (Instead is not null && await Instead(context))
        {
            return;
        }

        if (LinkedEtag is not null)
        {
            context.Response.Headers["X-Linked-Etag"] = $"\"{LinkedEtag}\"";
        }

        var from = 0;
        if (Ranges && context.Request.GetTypedHeaders().Range is { } range)
        {
            from = (int)range.Ranges.Single().From!.Value;
            context.Response.Headers.ContentRange = from < Content.Length ? $"bytes {from}-{Content.Length - 1}/{Content.Length}" : $"bytes */{Content.Length}";
            context.Response.StatusCode = from < Content.Length ? StatusCodes.Status206PartialContent : StatusCodes.Status416RangeNotSatisfiable;
        }

        await SendAsync(context, from);
    }

    private async Task SendAsync(HttpContext context, int from)
    {
        var rest = Content.AsMemory(Math.Min(from, Content.Length));
        context.Response.ContentLength = rest.Length;
        var sent = Breaks.TryDequeue(out var most) ? rest[..Math.Min(most, rest.Length)] : rest;
        await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (OnSent is not null)
        {
            await OnSent(from + sent.Length, context);
        }

        if (sent.Length < rest.Length)
        {
            context.Abort();
        }
    }
}
