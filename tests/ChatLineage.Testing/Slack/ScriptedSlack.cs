using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Testing.Slack;

/// <summary>
/// Slack on a port of this machine, as far as a test scripts it: every Socket Mode connection is a <see cref="SlackPeer"/> in the test's
/// hands, and every call is answered by <see cref="Api"/>. Written from Slack's documentation, not from our client.
/// </summary>
public sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<SlackPeer> _peers = Channel.CreateUnbounded<SlackPeer>();
    private readonly ConcurrentDictionary<SlackPeer, bool> _open = [];
    private readonly ConcurrentDictionary<string, bool> _tickets = [];
    private readonly Lock _lock = new();
    private ImmutableList<ApiCall> _calls = [];
    private TaskCompletionSource _called = NewSignal();
    private int _lastTicket;

    private ScriptedSlack(WebApplication app) => _app = app;

    /// <summary>
    /// Answers calls; null, as always unless it is set, leaves them to the defaults: connections open, all else is unknown.
    /// </summary>
    public Func<ApiCall, ApiAnswer?> Api { get; set; } = _ => null;

    /// <summary>When set, takes each connection as it comes, instead of <see cref="AcceptAsync"/>.</summary>
    public Func<SlackPeer, Task>? Socket { get; set; }

    /// <summary>The base address of the Web API.</summary>
    public Uri ApiAddress => new(new Uri(_app.Urls.First()), "/api/");

    /// <summary>The calls so far, oldest first.</summary>
    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            lock (_lock)
                return _calls;
        }
    }

    /// <summary>True keeps the calls in <see cref="Calls"/>. Long runs set it to false.</summary>
    public bool KeepCalls { get; set; } = true;

    /// <summary>True when a connection is there that nobody accepted.</summary>
    public bool HasPeer => _peers.Reader.TryPeek(out _);

    /// <summary>Starts the server.</summary>
    public static ScriptedSlack Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedSlack(app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(server.HandleAsync);
        app.Start();
        return server;
    }

    /// <summary>An address on this server, for responses and uploads.</summary>
    public Uri Address(string path) => new(new Uri(_app.Urls.First()), path);

    /// <summary>The next connection.</summary>
    public async Task<SlackPeer> AcceptAsync() => await _peers.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>Waits for the first call that fits.</summary>
    public async Task<ApiCall> CallAsync(Func<ApiCall, bool> fits)
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

    /// <summary>Waits for the first call of a method.</summary>
    public Task<ApiCall> CallAsync(string method) => CallAsync(call => call.Method == method);

    /// <summary>The calls of a method so far.</summary>
    public IReadOnlyList<ApiCall> CallsOf(string method) => [.. Calls.Where(call => call.Method == method)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _open.Keys)
            peer.Break();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await AnswerAsync(context);
            return;
        }

        // An address is good for one connection.
        if (!_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = 403;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = new SlackPeer(socket, context);
        _open[peer] = true;
        try
        {
            if (Socket is { } take)
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
        var answer = Api(call) ?? Default(call);
        lock (_lock)
        {
            if (KeepCalls)
                _calls = _calls.Add(call);
            _called.SetResult();
            _called = NewSignal();
        }

        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        await answer.Hold.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfterText is { } seconds)
            context.Response.Headers.RetryAfter = seconds;
        if (answer.Scopes is { } scopes)
            context.Response.Headers["X-OAuth-Scopes"] = scopes;
        context.Response.ContentType = answer.Body.StartsWith('{') ? "application/json" : "text/plain";
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private ApiAnswer Default(ApiCall call)
    {
        if (call.Method != "apps.connections.open")
            return ApiAnswer.Error("unknown_method");
        var ticket = $"t{Interlocked.Increment(ref _lastTicket)}";
        _tickets[ticket] = true;
        var address = new UriBuilder(Address($"/socket")) { Scheme = "ws", Query = $"ticket={ticket}" };
        return ApiAnswer.Ok($"\"url\":\"{address.Uri}\"");
    }

    private static async Task<ApiCall> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        var type = request.ContentType ?? "";
        var arguments = default(JsonElement);
        if (type.StartsWith("application/json", StringComparison.Ordinal))
            arguments = JsonDocument.Parse(bytes).RootElement;
        else if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal))
            arguments = JsonSerializer.SerializeToElement(Microsoft.AspNetCore.WebUtilities.QueryHelpers
                .ParseQuery(System.Text.Encoding.UTF8.GetString(bytes)).ToDictionary(field => field.Key, field => field.Value.ToString()));
        else if (HttpMethods.IsGet(request.Method))
            arguments = JsonSerializer.SerializeToElement(request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()));
        var path = request.Path.Value!;
        var token = request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        return new ApiCall(path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api/".Length..] : path, token, type, arguments, bytes);
    }
}
