using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>«… is typing», until the reply can be seen. Discord shows it for ten seconds, so it is renewed.</summary>
internal sealed class TypingSign(IDiscordApi api, Snowflake channel, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(8);

    /// <summary>A sign that nobody takes away ends by itself.</summary>
    private const int MaxRenewals = 100;

    private readonly CancellationTokenSource _over = new();
    private Task _showing = Task.CompletedTask;

    /// <summary>Shows it. A sign that is refused is no reason to give up the reply.</summary>
    public void Start() => _showing = ShowAsync(_over.Token);

    /// <summary>Renews it no more; Discord itself takes it away when the bot writes.</summary>
    public async Task StopAsync()
    {
        await _over.CancelAsync();
        await _showing;
    }

    public void Dispose() => _over.Dispose();

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var count = 0; count < MaxRenewals; count++)
            {
                await api.TypeAsync(channel, cancellationToken);
                await Task.Delay(Renewal, time, cancellationToken);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or DiscordRestException)
        {
            // Taken away, or not allowed: the reply itself will tell.
        }
    }
}
