using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLineage.Chat.Transport;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Calls methods within Slack's limits and again where that is right.</summary>
/// <remarks>Safe to use from several threads at once. https://docs.slack.dev/apis/web-api/rate-limits, checked 2026-08.</remarks>
internal sealed partial class WebApiClient(HttpClient http, WebApiSettings settings, TimeProvider time, Func<double> jitter, ILogger logger)
{
    private readonly MethodLimits _limits = new(time);
    private volatile string _scopes = "";

    /// <summary>What the token of the latest call may do, separated by commas; empty where Slack did not say.</summary>
    public string Scopes => _scopes;

    /// <summary>Calls a method and gives its answer.</summary>
    /// <param name="method">What.</param>
    /// <param name="arguments">The arguments; <c>channel</c> also says whose limit counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task<JsonElement> CallAsync(ApiMethod method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var limit = LimitOf(method, arguments);
        var attempts = new Attempts(settings.Tries, settings.TriesWhenLimited, jitter);
        while (true)
        {
            await limit.WaitAsync(cancellationToken);
            var (answer, wait) = await TryAsync(method, arguments, limit, attempts, cancellationToken);
            if (answer is { } said)
                return said;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>
    /// Calls a method only if its limit leaves room, and once; null when it was not called or not taken. For what may be left out.
    /// </summary>
    /// <exception cref="SlackApiException">
    /// Slack refused it for a reason that will not pass, or it is not known whether a call took effect that must not be made twice.
    /// </exception>
    public async Task<JsonElement?> TryCallAsync(ApiMethod method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var limit = LimitOf(method, arguments);
        if (!limit.TryTake(method.Reserve))
            return null;
        try
        {
            return (await TryAsync(method, arguments, limit, new Attempts(1, 1, jitter), cancellationToken)).Answer;
        }
        catch (SlackApiException passing) when (method.MayBeLeftOut(passing))
        {
            return null;
        }
    }

    /// <summary>
    /// True when <see cref="TryCallAsync"/> would call a method now. Only of methods whose limit is the same in every channel.
    /// </summary>
    public bool HasRoom(ApiMethod method) => _limits.Of(method, null).HasRoom(method.Reserve);

    /// <summary>Sends a body to an address that Slack gave: a response address, the place of an upload. Takes one try.</summary>
    /// <returns>The HTTP status, and the text of the answer.</returns>
    /// <exception cref="HttpRequestException">It could not be sent.</exception>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.TryLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.PostAsync(address, content, either.Token);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"No answer within {settings.TryLimit}.");
        }
    }

    private WindowLimit LimitOf(ApiMethod method, JsonObject arguments) => _limits.Of(method, (string?)arguments["channel"]);

    private async Task<(JsonElement? Answer, TimeSpan Wait)> TryAsync(
        ApiMethod method, JsonObject arguments, WindowLimit limit, Attempts attempts, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(settings.TryLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = Request(method, arguments);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            if (response.Headers.TryGetValues("X-OAuth-Scopes", out var scopes))
                _scopes = string.Join(',', scopes);
            var said = Read(await response.Content.ReadAsByteArrayAsync(either.Token));
            if (response.IsSuccessStatusCode && said is { } good && IsOk(good))
                return (good, default);
            return (null, Refused(method, response, said, limit, attempts));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var unsent = broken is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            };
            if ((method.Repeatable || unsent) && attempts.AfterFailure() is { } wait)
                return (null, wait);
            throw new SlackApiException(method.Name, SlackApiException.Unreachable, "Slack could not be reached, or broke off.", broken);
        }
    }

    /// <summary>How long to wait before the next try.</summary>
    /// <exception cref="SlackApiException">Another try is useless.</exception>
    private TimeSpan Refused(ApiMethod method, HttpResponseMessage response, JsonElement? said, WindowLimit limit, Attempts attempts)
    {
        // Either way of saying it is in use: status 429, and status 200 with the error in the body.
        var error = response.StatusCode == HttpStatusCode.TooManyRequests ? SlackApiException.RateLimited : Text(said, "error");
        if (error is SlackApiException.RateLimited or "rate_limited")
        {
            var pause = RetryAfter(response);
            Limited(method.Name, pause);
            limit.Block(pause);
            if (pause <= settings.LongestWait && attempts.AfterLimit())
                return TimeSpan.Zero;
            throw new SlackApiException(method.Name, SlackApiException.RateLimited);
        }

        error ??= SlackApiException.Unreachable;
        var refusal = new SlackApiException(method.Name, error, SlackAdvice.For(error, Text(said, "needed")));
        return method.Repeatable && refusal.IsPassing && attempts.AfterFailure() is { } wait ? wait : throw refusal;
    }

    private HttpRequestMessage Request(ApiMethod method, JsonObject arguments)
    {
        HttpContent content = method.TakesForm
            ? new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value!.ToString())))
            : new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.BaseAddress, method.Name)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", method.OfApp ? settings.AppToken : settings.BotToken);
        return request;
    }

    /// <summary>The answer; null for what is no JSON object, such as the page of a proxy in between.</summary>
    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOk(JsonElement said) => said.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement? said, string name) =>
        said is { } body && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whole seconds; one second where Slack says nothing, as it does with status 200.</summary>
    private static TimeSpan RetryAfter(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(1);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} has to wait {Wait}: Slack says that it is called too often.")]
    private partial void Limited(string method, TimeSpan wait);
}
