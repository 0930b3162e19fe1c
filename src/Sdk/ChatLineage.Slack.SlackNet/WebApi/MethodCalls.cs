using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol;
using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using SlackNet;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>
/// Calls methods within Slack's limits, and again where that is right. SlackNet by itself sends without regard to the limits, repeats
/// without an end what was refused for them with status 429, and does not know that Slack also says so with status 200.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class MethodCalls(TimeProvider time, Microsoft.Extensions.Logging.ILogger logger)
{
    private readonly WebApiSettings _settings = new("", null);
    private readonly MethodLimits _limits = new(time);

    /// <summary>Calls a method and gives its answer.</summary>
    /// <param name="method">What.</param>
    /// <param name="channel">Whose limit counts; null for none.</param>
    /// <param name="call">Makes the call, once for each try.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task<T> CallAsync<T>(
        ApiMethod method, string? channel, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var limit = _limits.Of(method, channel);
        var attempts = new Attempts(_settings.Tries, _settings.TriesWhenLimited, Random.Shared.NextDouble);
        while (true)
        {
            await limit.WaitAsync(cancellationToken);
            try
            {
                return await TryAsync(method, limit, call, cancellationToken);
            }
            catch (SlackApiException limited) when (limited.Error == SlackApiException.RateLimited && attempts.AfterLimit())
            {
                // The limit has been told how long.
            }
            catch (SlackApiException passing) when (passing.Error != SlackApiException.RateLimited
                && passing.IsPassing && method.Repeatable && attempts.AfterFailure() is { } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(ApiMethod method, string? channel, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        CallAsync(method, channel, Answered(call), cancellationToken);

    /// <summary>
    /// Calls a method only if its limit leaves room, and once; null when it was not called or not taken. For what may be left out.
    /// </summary>
    /// <exception cref="SlackApiException">
    /// Slack refused it for a reason that will not pass, or it is not known whether a call took effect that must not be made twice.
    /// </exception>
    public async Task<T?> TryCallAsync<T>(
        ApiMethod method, string? channel, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        var limit = _limits.Of(method, channel);
        if (!limit.TryTake(method.Reserve))
            return null;
        try
        {
            return await TryAsync(method, limit, call, cancellationToken);
        }
        catch (SlackApiException passing) when (method.MayBeLeftOut(passing))
        {
            return null;
        }
    }

    /// <summary>
    /// True when <see cref="TryCallAsync{T}"/> would call a method now. Only of methods whose limit is the same in every channel.
    /// </summary>
    public bool HasRoom(ApiMethod method) => _limits.Of(method, null).HasRoom(method.Reserve);

    /// <summary>As <see cref="TryCallAsync{T}"/>; false when it was not called or not taken.</summary>
    public async Task<bool> TryCallAsync(
        ApiMethod method, string? channel, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        await TryCallAsync(method, channel, Answered(call), cancellationToken) is not null;

    private async Task<T> TryAsync<T>(
        ApiMethod method, WindowLimit limit, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken);
        }
        catch (SlackRateLimitException refused)
        {
            throw Limited(method, limit, refused.RetryAfter, refused);
        }
        catch (SlackException refused) when (refused.ErrorCode is SlackApiException.RateLimited or "rate_limited")
        {
            throw Limited(method, limit, null, refused);
        }
        catch (SlackException refused)
        {
            var advice = SlackAdvice.For(refused.ErrorCode, refused.ErrorInfo.GetValueOrDefault("needed"));
            throw new SlackApiException(method.Name, refused.ErrorCode, advice, refused);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SlackApiException(method.Name, SlackApiException.Unreachable, "Slack could not be reached, or broke off.", broken);
        }
    }

    private SlackApiException Limited(ApiMethod method, WindowLimit limit, TimeSpan? pause, Exception refused)
    {
        var wait = pause is { } said && said > TimeSpan.Zero ? said : TimeSpan.FromSeconds(1);
        Waits(method.Name, wait);

        // A wait that is longer than the bot has patience for would hold up every later call as well; those are refused by Slack itself.
        limit.Block(wait <= _settings.LongestWait ? wait : _settings.LongestWait);
        return new SlackApiException(method.Name, SlackApiException.RateLimited, "", refused);
    }

    private static Func<CancellationToken, Task<object>> Answered(Func<CancellationToken, Task> call) => async token =>
    {
        await call(token);
        return new object();
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} has to wait {Wait}: Slack says that it is called too often.")]
    private partial void Waits(string method, TimeSpan wait);
}
