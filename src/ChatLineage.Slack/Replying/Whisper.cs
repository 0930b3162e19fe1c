using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>
/// Shows something to one person: through the response address, which works where the bot is no member; else as a message in the channel
/// that only they see; else in their direct conversation with the bot.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class Whisper(ISlackApi api, ILogger logger)
{
    /// <summary>Shows a reply, its files included.</summary>
    /// <param name="target">Where the person is.</param>
    /// <param name="user">The person.</param>
    /// <param name="response">The response address; null without.</param>
    /// <param name="reply">What is shown.</param>
    /// <param name="replaces">True when it takes the place of the note that the response address showed first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackApiException">No way worked.</exception>
    public async Task SayAsync(
        MessageTarget target, string user, Uri? response, Reply reply, bool replaces, CancellationToken cancellationToken)
    {
        var bodies = ReplyMessages.Of(reply);
        for (var part = 0; part < bodies.Length; part++)
        {
            var body = bodies[part];
            if (!await TryRespondAsync(response, body, replaces && part == 0, cancellationToken)
                && !await TryEphemeralAsync(target, user, body, cancellationToken))
            {
                await api.PostAsync(new MessageTarget(user, null), body, cancellationToken);
            }
        }

        // Files cannot be shown to one person in a channel.
        if (reply.Attachments.IsEmpty)
            return;
        var direct = new MessageTarget(await api.OpenDirectAsync(user, cancellationToken), null);
        await api.UploadAsync(direct, Uploads.Of(reply.Attachments), cancellationToken);
    }

    private async Task<bool> TryRespondAsync(Uri? response, MessageBody body, bool replaces, CancellationToken cancellationToken)
    {
        if (response is null)
            return false;
        try
        {
            return await api.RespondAsync(response, body, replaces, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            NotResponded(broken);
            return false;
        }
    }

    private async Task<bool> TryEphemeralAsync(MessageTarget target, string user, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            await api.PostEphemeralAsync(target, user, body, cancellationToken);
            return true;
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            NotEphemeral(refused);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The response address could not be reached; another way is taken.")]
    private partial void NotResponded(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "A message for one person cannot be shown in the channel; it goes to their direct conversation.")]
    private partial void NotEphemeral(Exception exception);
}
