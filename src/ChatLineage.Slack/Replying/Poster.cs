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
    public async Task<(string Ts, bool WasThere)> PostAsync(
        MessageTarget target, MessageBody body, bool mayBeThere, CancellationToken cancellationToken)
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
    public async Task<string?> FindAsync(MessageTarget target, string? mark, CancellationToken cancellationToken) =>
        mark is null ? null : (await ReadAsync(target, mark, cancellationToken)).FirstOrDefault(message => message.Mark == mark)?.Ts;

    /// <summary>
    /// The message of a stream that was broken off: the bot's own below a question, without a mark, since Slack gives one only to a stream
    /// that ends. Null when there is none, or when the bot may not read here.
    /// </summary>
    /// <param name="target">The thread.</param>
    /// <param name="question">The id of the question.</param>
    /// <param name="isFree">Says whether nobody goes on with a message; asked of one after the other, until it says yes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackApiException">Slack could not be reached.</exception>
    public async Task<string?> FindBrokenOffAsync(
        MessageTarget target, string question, Func<string, bool> isFree, CancellationToken cancellationToken)
    {
        var unmarked = (await ReadAsync(target, question, cancellationToken))
            .Where(message => message is { Mark: null, HasFiles: false } && string.CompareOrdinal(message.Ts, AskedAt(question)) > 0)
            .ToList();
        if (unmarked.Count == 0)
            return null;
        var self = await api.GetIdentityAsync(cancellationToken);
        return unmarked.FirstOrDefault(message => message.User == self.UserId && isFree(message.Ts))?.Ts;
    }

    private async Task<IReadOnlyList<ThreadMessage>> ReadAsync(MessageTarget target, string mark, CancellationToken cancellationToken)
    {
        if (target.ThreadTs is null)
            return [];
        try
        {
            return await api.ReadThreadAsync(target, AskedAt(mark), cancellationToken);
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            NotRead(refused);
            return [];
        }
    }

    /// <summary>The moment of the question that a mark names; null for what was no message.</summary>
    private static string? AskedAt(string mark)
    {
        var at = mark[(mark.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('#')[0];
        return at.Contains('.', StringComparison.Ordinal) ? at : null;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "It is not known whether a message was posted; it is looked for before it is sent again.")]
    private partial void Unclear(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot may not look for its own message.")]
    private partial void NotRead(Exception exception);
}
