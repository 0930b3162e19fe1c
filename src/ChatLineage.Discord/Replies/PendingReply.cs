using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Replies;

/// <summary>A reply on Discord. Updates are sent beside the making of the answer, one at a time; what comes while one is under way is left out.</summary>
internal sealed partial class PendingReply(
    IReplyPlace place, ReplyAddress address, string heading, ILogger logger, CancellationToken closing) : IPendingReply
{
    private Task _updating = Task.CompletedTask;

    public ValueTask WaitAsync(int ahead, CancellationToken cancellationToken)
    {
        if (ahead > 0)
            Update(ReplyPart.Text(ahead == 1 ? "One question is answered before yours." : $"{ahead} questions are answered before yours."));
        return ValueTask.CompletedTask;
    }

    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        Update(ReplyPart.Text(heading + reply.Text));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        await _updating.WaitAsync(cancellationToken);
        try
        {
            return await place.FinishAsync(ReplyPart.Of(reply with { Body = heading + reply.Body }), cancellationToken);
        }
        catch (DiscordRestException away) when (RestOutcome.IsPassing(away))
        {
            throw new PlatformUnavailableException(away.Message, away);
        }
        catch (DiscordRestException refused)
        {
            // Another try would be refused as well.
            Refused(logger, address, refused.Message);
            return null;
        }
        finally
        {
            (place as IDisposable)?.Dispose();
        }
    }

    public async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        await _updating.WaitAsync(cancellationToken);
        try
        {
            await place.RemoveAsync(cancellationToken);
        }
        catch (DiscordRestException refused)
        {
            NotRemoved(logger, address, refused.Message);
        }
        finally
        {
            (place as IDisposable)?.Dispose();
        }
    }

    private void Update(MessageContent content)
    {
        if (_updating.IsCompleted)
            _updating = UpdateAsync(content);
    }

    private async Task UpdateAsync(MessageContent content)
    {
        try
        {
            await place.UpdateAsync(content, closing);
        }
        catch (Exception failed) when (failed is DiscordRestException or OperationCanceledException)
        {
            NotUpdated(logger, address, failed.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The answer to {Address} was refused: {Reason}")]
    private static partial void Refused(ILogger logger, ReplyAddress address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was shown for {Address}, which was taken back, could not be removed: {Reason}")]
    private static partial void NotRemoved(ILogger logger, ReplyAddress address, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An update of the reply to {Address} is left out: {Reason}")]
    private static partial void NotUpdated(ILogger logger, ReplyAddress address, string reason);
}
