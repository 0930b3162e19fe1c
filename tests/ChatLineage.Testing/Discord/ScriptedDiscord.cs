using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Testing.Discord;

/// <summary>
/// Discord on a port of this machine, as far as a test scripts it: every websocket is a <see cref="GatewayPeer"/> in the test's hands, and
/// every request is answered by <see cref="Rest"/>. Written from Discord's documentation, not from our client.
/// </summary>
public sealed class ScriptedDiscord : IAsyncDisposable
{
    private const string Version = "/api/v10";

    private readonly WebApplication _app;
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly ConcurrentDictionary<GatewayPeer, bool> _open = [];
    private readonly Lock _lock = new();
    private ImmutableList<RestCall> _calls = [];
    private TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedDiscord(WebApplication app) => _app = app;

    /// <summary>Answers requests. Returns 404 for all unless it is set.</summary>
    public Func<RestCall, RestAnswer> Rest { get; set; } = _ => RestAnswer.Error(404);

    /// <summary>When set, takes each websocket as it comes, instead of <see cref="AcceptAsync"/>.</summary>
    public Func<GatewayPeer, Task>? Gateway { get; set; }

    /// <summary>The base address of the API.</summary>
    public Uri RestAddress => new(new Uri(_app.Urls.First()), Version);

    /// <summary>The address of the gateway.</summary>
    public Uri GatewayAddress => new UriBuilder(new Uri(_app.Urls.First())) { Scheme = "ws" }.Uri;

    /// <summary>The requests so far, oldest first.</summary>
    public IReadOnlyList<RestCall> Calls
    {
        get
        {
            lock (_lock)
                return _calls;
        }
    }

    /// <summary>True keeps the requests in <see cref="Calls"/>. Long runs set it to false.</summary>
    public bool KeepCalls { get; set; } = true;

    /// <summary>Starts the server.</summary>
    public static async Task<ScriptedDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedDiscord(app);
        app.UseWebSockets();
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The next websocket.</summary>
    public async Task<GatewayPeer> AcceptAsync() => await _peers.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>True when a websocket is there that nobody accepted.</summary>
    public bool HasPeer => _peers.Reader.TryPeek(out _);

    /// <summary>Waits for the first request that fits.</summary>
    public async Task<RestCall> CallAsync(Func<RestCall, bool> fits)
    {
        while (true)
        {
            Task called;
            lock (_lock)
            {
                if (_calls.FirstOrDefault(fits) is { } call)
                    return call;
                called = _called.Task;
            }

            await called.WaitAsync(Patience.Limit);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _open.Keys)
            peer.Break();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await AnswerAsync(context);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = new GatewayPeer(socket, context);
        _open[peer] = true;
        try
        {
            if (Gateway is { } take)
            {
                await take(peer);
                return;
            }

            _peers.Writer.TryWrite(peer);
            await peer.Ended;
        }
        finally
        {
            _open.TryRemove(peer, out _);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await ReadAsync(context.Request);
        var answer = Rest(call);
        lock (_lock)
        {
            if (KeepCalls)
                _calls = _calls.Add(call);
            _called.SetResult();
            _called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Status == 204)
            return;
        context.Response.ContentType = "application/json";
        if (!answer.Hold.IsCompleted)
        {
            await context.Response.StartAsync(context.RequestAborted);
            await answer.Hold.WaitAsync(context.RequestAborted);
        }

        await context.Response.WriteAsync(answer.Json, context.RequestAborted);
    }

    private static async Task<RestCall> ReadAsync(HttpRequest request)
    {
        var body = default(JsonElement);
        var files = new Dictionary<string, byte[]>();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var json = form["payload_json"].ToString();
            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                if (file.Name == "payload_json")
                    json = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
                else
                    files[$"{file.Name}:{file.FileName}"] = bytes.ToArray();
            }

            body = JsonDocument.Parse(json).RootElement;
        }
        else if (request.ContentLength > 0)
        {
            body = (await JsonDocument.ParseAsync(request.Body)).RootElement;
        }

        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var path = request.Path.Value!;
        if (path.StartsWith(Version, StringComparison.Ordinal))
            path = path[Version.Length..];
        return new RestCall(request.Method, path, headers, body, files)
        {
            After = ulong.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0,
        };
    }
}
