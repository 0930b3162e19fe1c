using System.Net;
using ChatLineage.Discord.Protocol.Rest;
using Discord.Net;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>Makes requests with Discord.Net and says in our words what came of them.</summary>
internal static class Calls
{
    /// <summary>How long one request may take in all, its waits for the limits included, in milliseconds.</summary>
    private const int Patience = 60_000;

    /// <summary>Makes a request that can be sent again without doing harm.</summary>
    /// <exception cref="DiscordRestException">Discord refused it, or could not be reached.</exception>
    public static Task<T> RepeatAsync<T>(string what, Func<Net.RequestOptions, Task<T>> call, CancellationToken cancellationToken) =>
        MakeAsync(what, call, Net.RetryMode.AlwaysRetry, cancellationToken);

    /// <inheritdoc cref="RepeatAsync{T}"/>
    public static Task RepeatAsync(string what, Func<Net.RequestOptions, Task> call, CancellationToken cancellationToken) =>
        RepeatAsync(what, Silently(call), cancellationToken);

    /// <summary>Makes a request that would do its work twice if it were sent again after an answer got lost.</summary>
    /// <exception cref="DiscordRestException">Discord refused it, or could not be reached.</exception>
    public static Task<T> OnceAsync<T>(string what, Func<Net.RequestOptions, Task<T>> call, CancellationToken cancellationToken) =>
        MakeAsync(what, call, Net.RetryMode.RetryRatelimit, cancellationToken);

    /// <inheritdoc cref="OnceAsync{T}"/>
    public static Task OnceAsync(string what, Func<Net.RequestOptions, Task> call, CancellationToken cancellationToken) =>
        OnceAsync(what, Silently(call), cancellationToken);

    /// <summary>Makes a request if the limits leave room for it; false when they do not.</summary>
    /// <exception cref="DiscordRestException">Discord refused it, or could not be reached.</exception>
    public static async Task<bool> TryAsync(string what, Func<Net.RequestOptions, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await MakeAsync(what, Silently(call), Net.RetryMode.AlwaysFail, cancellationToken);
            return true;
        }
        catch (DiscordRestException limited) when (limited.Status == HttpStatusCode.TooManyRequests)
        {
            return false;
        }
    }

    private static async Task<T> MakeAsync<T>(string what, Func<Net.RequestOptions, Task<T>> call, Net.RetryMode retries, CancellationToken cancellationToken)
    {
        try
        {
            // Discord.Net takes a token that is cancelled for a timeout.
            cancellationToken.ThrowIfCancellationRequested();
            return await call(new Net.RequestOptions { CancelToken = cancellationToken, RetryMode = retries, Timeout = Patience });
        }
        catch (HttpException refused)
        {
            var code = (int?)refused.DiscordCode ?? 0;
            throw new DiscordRestException($"{what} was answered with {(int)refused.HttpCode} (error {code}). {RestAdvice.For(refused.HttpCode, code)}".TrimEnd(), refused.HttpCode, code);
        }
        catch (RateLimitedException)
        {
            throw new DiscordRestException($"{what} is limited by Discord for too long.", HttpStatusCode.TooManyRequests, 0);
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested && away is TimeoutException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new DiscordRestException($"{what} was not answered: {away.Message}", null, 0);
        }
        catch (TimeoutException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static Func<Net.RequestOptions, Task<bool>> Silently(Func<Net.RequestOptions, Task> call) => async options =>
    {
        await call(options);
        return true;
    };
}
