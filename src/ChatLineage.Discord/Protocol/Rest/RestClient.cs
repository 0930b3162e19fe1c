using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Json;
using ChatLineage.Discord.Protocol.Rest.RateLimits;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>Sends requests within Discord's limits and again where that is right.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class RestClient(HttpClient http, RestSettings settings, TimeProvider time, Func<double> jitter, ILogger logger)
{
    /// <summary>Who calls (reference.mdx, "User Agent"): without it, requests may be blocked.</summary>
    public static readonly string UserAgent =
        $"DiscordBot (https://example.org/chatlineage, {typeof(RestClient).Assembly.GetName().Version?.ToString(3) ?? "0"})";

    private readonly Buckets _buckets = new(time);

    /// <summary>Over all endpoints: 50 requests in a second (topics/rate-limits.mdx, "Global Rate Limit").</summary>
    private readonly WindowLimit _global = new(time, settings.PerSecond, TimeSpan.FromSeconds(1));

    private readonly InvalidRequests _invalid = new(time);
    private volatile bool _unauthorized;

    /// <summary>Sends a request and gives the body of the answer.</summary>
    /// <param name="route">Where.</param>
    /// <param name="content">Makes the body, once for each try; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DiscordRestException">Discord refused it, or could not be reached.</exception>
    public async Task<byte[]> SendAsync(Route route, Func<HttpContent>? content, CancellationToken cancellationToken)
    {
        var attempts = new Attempts(settings.Tries, settings.TriesWhenLimited, jitter);
        while (true)
        {
            var bucket = _buckets.Of(route);
            await bucket.EnterAsync(cancellationToken);
            var (body, wait) = await TryAsync(route, content, bucket, attempts, cancellationToken);
            if (body is not null)
                return body;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Sends a request only when there is room for it and for one more now; false when it was not sent or not taken. For what may be left out.</summary>
    public async Task<bool> TrySendAsync(Route route, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        var bucket = _buckets.Of(route);
        if (!bucket.TryEnterWithRoom())
            return false;
        var (body, _) = await TryAsync(route, content, bucket, new Attempts(settings.Tries, settings.TriesWhenLimited, jitter), cancellationToken);
        return body is not null;
    }

    private async Task<(byte[]? Body, TimeSpan Wait)> TryAsync(
        Route route, Func<HttpContent>? content, Bucket bucket, Attempts attempts, CancellationToken cancellationToken)
    {
        var headers = default(LimitHeaders);
        try
        {
            ThrowWhenUseless(route);
            if (!route.OfInteraction)
                await _global.WaitAsync(cancellationToken);
            using var limit = new CancellationTokenSource(settings.TryLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            using var request = Request(route, content);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            headers = LimitHeaders.Read(response.Headers);
            _buckets.Learn(route, bucket, headers);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (response.IsSuccessStatusCode)
                return (body, default);

            // Beside a 429 the headers may be those of another window, so only its wait counts.
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                headers = default;
            return (null, Refused(route, response, body, bucket, attempts));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var unsent = broken is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            if ((route.Repeatable || unsent) && attempts.AfterFailure() is { } wait)
                return (null, wait);
            throw new DiscordRestException($"{route} failed: Discord could not be reached, or broke off. {(broken as HttpRequestException)?.Message}".TrimEnd(), null, 0);
        }
        finally
        {
            bucket.Leave(headers);
        }
    }

    /// <summary>How long to wait before the next try.</summary>
    /// <exception cref="DiscordRestException">Another try is useless.</exception>
    private TimeSpan Refused(Route route, HttpResponseMessage response, byte[] body, Bucket bucket, Attempts attempts)
    {
        var error = ReadError(body);
        var status = response.StatusCode;
        var scope = LimitHeaders.First(response.Headers, "X-RateLimit-Scope");
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && scope != "shared"))
            _invalid.Count();
        if (status == HttpStatusCode.Unauthorized && !route.OfInteraction)
            _unauthorized = true;
        if (status == HttpStatusCode.TooManyRequests)
        {
            var wait = RetryAfter(response, error);
            var global = error.Global || LimitHeaders.First(response.Headers, "X-RateLimit-Global") == "true" || scope == "global";
            Limited(logger, route, wait, global ? "global" : scope ?? "user");
            if (global)
                _global.Block(wait);
            else
                bucket.Block(wait);
            if (wait <= settings.LongestWait && attempts.AfterLimit())
                return route.OfInteraction && global ? wait : TimeSpan.Zero;
        }
        else if ((int)status >= 500 && route.Repeatable && attempts.AfterFailure() is { } wait)
        {
            return wait;
        }

        var code = error.Code == 0 ? "" : $" (error {error.Code})";
        throw new DiscordRestException($"{route} was refused with {(int)status}{code}. {RestAdvice.For(status, error.Code)}".TrimEnd(), status, error.Code);
    }

    private void ThrowWhenUseless(Route route)
    {
        if (_unauthorized && !route.OfInteraction)
            throw new DiscordRestException($"{route} was not sent. {RestAdvice.Token}", HttpStatusCode.Unauthorized, 0);
        if (_invalid.Exhausted)
            throw new DiscordRestException($"{route} was not sent: Discord refused {InvalidRequests.Budget} requests within 10 minutes and would soon shut out this address.", null, 0);
    }

    private HttpRequestMessage Request(Route route, Func<HttpContent>? content)
    {
        var request = new HttpRequestMessage(route.Method, new Uri(settings.BaseAddress.AbsoluteUri.TrimEnd('/') + route.Path)) { Content = content?.Invoke() };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (!route.OfInteraction)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", settings.Token);
        return request;
    }

    private static RestErrorBody ReadError(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.RestErrorBody) ?? new RestErrorBody();
        }
        catch (JsonException)
        {
            // A proxy in between answers with a page.
            return new RestErrorBody();
        }
    }

    /// <summary>The body has decimals, the header whole seconds; a proxy in between sends only the header.</summary>
    private static TimeSpan RetryAfter(HttpResponseMessage response, RestErrorBody error)
    {
        var header = LimitHeaders.Seconds(LimitHeaders.First(response.Headers, "Retry-After"));
        var body = error.RetryAfter is >= 0 and <= 86_400 ? TimeSpan.FromSeconds(error.RetryAfter.Value) : (TimeSpan?)null;
        return body ?? header ?? TimeSpan.FromSeconds(1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Route} has to wait {Wait}: Discord answered 429 ({Scope}).")]
    private static partial void Limited(ILogger logger, Route route, TimeSpan wait, string scope);
}
