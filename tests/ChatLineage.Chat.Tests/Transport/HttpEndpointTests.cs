using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatLineage.Chat.Transport;
using ChatLineage.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Chat.Tests.Transport;

public sealed class HttpEndpointTests : IAsyncDisposable
{
    private readonly string _prefix = $"http://127.0.0.1:{FreePort()}/";
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new();
    private Task _running = Task.CompletedTask;

    [Fact]
    public async Task Post_is_answered_from_path_headers_and_body()
    {
        Start(call => Task.FromResult(new HttpReply(202, Encoding.UTF8.GetBytes($"{call.Path} {call.Header("x-mark")} {Encoding.UTF8.GetString(call.Body.Span)}"))));
        using var request = new HttpRequestMessage(HttpMethod.Post, _prefix + "slack/events?x=1") { Content = new StringContent("hellö") };
        request.Headers.Add("X-Mark", "m");

        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/slack/events m hellö", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Body_too_long_answers_413_whether_its_length_is_told_or_not()
    {
        Start(_ => Task.FromResult(HttpReply.Ok));

        using var told = await _http.PostAsync(_prefix, new ByteArrayContent(new byte[1001]));
        using var request = new HttpRequestMessage(HttpMethod.Post, _prefix) { Content = new ByteArrayContent(new byte[1001]) };
        request.Headers.TransferEncodingChunked = true;
        using var untold = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.StatusCode);
    }

    [Fact]
    public async Task Get_answers_405()
    {
        Start(_ => Task.FromResult(HttpReply.Ok));

        using var response = await _http.GetAsync(_prefix);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Answer_that_fails_is_a_500_without_a_word_and_the_next_works()
    {
        var calls = 0;
        Start(_ => calls++ == 0 ? throw new InvalidOperationException("secret") : Task.FromResult(HttpReply.Ok));

        using var first = await _http.PostAsync(_prefix, new StringContent(""));
        using var second = await _http.PostAsync(_prefix, new StringContent(""));

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (first.StatusCode, await first.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Stop_answers_what_has_begun()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        Start(async _ =>
        {
            begun.SetResult();
            await go.Task;
            return HttpReply.Ok;
        });
        var posting = _http.PostAsync(_prefix, new StringContent(""));
        await begun.Task.WaitAsync(Patience.Limit);

        await _stop.CancelAsync();
        go.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(Patience.Limit));
        using var response = await posting;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running);
        _stop.Dispose();
        _http.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Start(Func<HttpCall, Task<HttpReply>> answer) =>
        _running = new HttpEndpoint(_prefix, 1000, (call, _) => answer(call), NullLogger.Instance).RunAsync(_stop.Token);
}
