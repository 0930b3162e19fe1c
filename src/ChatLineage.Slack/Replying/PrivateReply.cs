using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>A reply that the asker alone sees. Such messages cannot be updated, so it is shown when it is complete.</summary>
internal sealed partial class PrivateReply(ReplyContext context, Whisper whisper, ReplyAddress address, string messageId) : IPendingReply
{
    public ValueTask WaitAsync(int ahead, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            await whisper.SayAsync(address.Target, address.User, address.ResponseUrl, reply, CommandReader.IsCommand(messageId), cancellationToken);
        }
        catch (SlackApiException away) when (away.IsPassing)
        {
            throw new PlatformUnavailableException(away.Message, away);
        }
        catch (SlackApiException refused)
        {
            Undeliverable(context.Logger, messageId, refused);
        }

        return null;
    }

    public ValueTask StopAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to {MessageId} cannot be delivered.")]
    private static partial void Undeliverable(ILogger logger, string messageId, Exception exception);
}
