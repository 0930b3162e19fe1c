using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>
/// Posts messages once: when it is not known whether a post arrived, it is looked for before it is sent again. Slack itself does not notice
/// a message that is posted twice.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class Poster(ISlackApi api, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    /// <summary>Posts a message into a thread.</summary>
    /// <param name="target">The thread.</param>
    /// <param name="body">The message; its mark tells it from others.</param>
    /// <param name="mayBeThere">True when an earlier attempt, of this run of the program or another, may have posted it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the message, and whether it had been posted before.</returns>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task<(
        string Ts, bool WasThere)> PostAsync(MessageTarget target, MessageBody body, bool mayBeThere, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if ((mayBeThere || attempt > 0) && await FindAsync(target, body.Mark, cancellationToken) is { } found)
                return (found, true);
            try
            {
                return (await api.PostAsync(target, body, cancellationToken), false);
            }
            catch (SlackApiException unclear) when (unclear.IsAmbiguous && attempt < Waits.Length)
            {
                Unclear(unclear);
                await Task.Delay(Waits[attempt], time, cancellationToken);
            }
        }
    }

    /// <summary>The bot's message with a mark; null when there is none, or when the bot may not read here.</summary>
    /// <exception cref="SlackApiException">Slack could not be reached.</exception>
    public async Task<string?> FindAsync(MessageTarget target, string? mark, CancellationToken cancellationToken)
    {
        if (mark is null || target.ThreadTs is null)
            return null;
        try
        {
            return await api.FindAsync(target, mark, cancellationToken);
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            NotRead(refused);
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "It is not known whether a message was posted; it is looked for before it is sent again.")]
    private partial void Unclear(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot may not look for its own message.")]
    private partial void NotRead(Exception exception);
}
