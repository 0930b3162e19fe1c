using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>A reply in a thread, for everybody who reads there.</summary>
/// <param name="context">What all replies share.</param>
/// <param name="message">The first message of the reply; a second attempt gets that of the first one.</param>
/// <param name="address">Where it goes.</param>
/// <param name="messageId">What it replies to; it marks the messages of the reply, so that they are posted once.</param>
/// <param name="isResumed">True when an earlier attempt may have posted something.</param>
internal sealed partial class ThreadReply(
    ReplyContext context, GrowingMessage message, ReplyAddress address, string messageId, bool isResumed) : IPendingReply
{
    private const string LookingItUp = "is looking it up…";

    private bool _hasStatus;

    /// <summary>Shows that the question has arrived.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => AttemptAsync(async () =>
    {
        if (!await message.FindPostedAsync(cancellationToken))
            await ShowAsync(LookingItUp, "Looking it up…", cancellationToken);
    });

    public async ValueTask WaitAsync(int ahead, CancellationToken cancellationToken)
    {
        var note = ahead switch
        {
            0 => "Looking it up…",
            1 => "One question comes before yours…",
            _ => $"{ahead} questions come before yours…",
        };
        var status = ahead == 0 ? LookingItUp : $"has {ahead} to answer before yours…";
        await AttemptAsync(() => ShowAsync(status, note, cancellationToken));
    }

    public async ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken) =>
        await AttemptAsync(() => message.ShowAsync(reply.Body, cancellationToken));

    public async ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            await message.FindAsync(cancellationToken);
            await message.StopAsync(cancellationToken);
            var ts = await DeliverAsync(reply, cancellationToken);
            if (!reply.Attachments.IsEmpty)
                await context.Api.UploadAsync(address.Target, Uploads.Of(reply.Attachments), cancellationToken);
            return DeliveryReader.MessageId(address.Channel, ts);
        }
        catch (SlackApiException away) when (away.IsPassing)
        {
            message.NoteUnclear();
            throw new PlatformUnavailableException(away.Message, away);
        }
        catch (SlackApiException refused)
        {
            // Thrown out of the channel, or the channel is closed: trying again would not help.
            Undeliverable(context.Logger, messageId, refused);
            return null;
        }
    }

    public async ValueTask StopAsync(CancellationToken cancellationToken) => await AttemptAsync(async () =>
    {
        await message.RemoveAsync(cancellationToken);
        if (_hasStatus)
            await context.Api.TrySetStatusAsync(address.Target, "", cancellationToken);
    });

    private async Task<string> DeliverAsync(Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            return await DeliverAsync(ReplyMessages.Of(reply), cancellationToken);
        }
        catch (SlackApiException refused) when (refused.Error
            is "msg_too_long" or "msg_blocks_too_long" or "invalid_blocks" or "invalid_blocks_format")
        {
            TooLong(context.Logger, refused);
            return await DeliverAsync(ReplyMessages.Plain(reply), cancellationToken);
        }
    }

    private async Task<string> DeliverAsync(ImmutableArray<MessageBody> bodies, CancellationToken cancellationToken)
    {
        var first = bodies[0] with { Mark = messageId };
        var ts = message.Ts is { } shown && await TryReplaceAsync(shown, first, cancellationToken)
            ? shown
            : await PostAsync(first, false, cancellationToken);
        message.Adopt(ts);
        for (var part = 1; part < bodies.Length; part++)
            await PostAsync(bodies[part] with { Mark = $"{messageId}#{part}" }, isResumed, cancellationToken);
        return ts;
    }

    private async Task<string> PostAsync(MessageBody body, bool mayBeThere, CancellationToken cancellationToken)
    {
        var (ts, wasThere) = await context.Poster.PostAsync(address.Target, body, mayBeThere, cancellationToken);
        if (wasThere)
            await context.Api.UpdateAsync(address.Channel, ts, body, cancellationToken);
        return ts;
    }

    /// <summary>Puts the reply in the place of what is shown; false when that is not there any more, or cannot be changed.</summary>
    private async Task<bool> TryReplaceAsync(string ts, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            await context.Api.UpdateAsync(address.Channel, ts, body, cancellationToken);
            return true;
        }
        catch (SlackApiException gone) when (gone.Error
            is "message_not_found" or "cant_update_message" or "edit_window_closed" or "streaming_state_conflict")
        {
            NotReplaced(context.Logger, gone);
            return false;
        }
    }

    /// <summary>
    /// Shows that there will be a reply: below the thread, else as a note in its place. A note is not posted where an earlier run may have
    /// left half a reply, since it would stand beside that.
    /// </summary>
    private async Task ShowAsync(string status, string note, CancellationToken cancellationToken)
    {
        if (message.Ts is not null || (!await TryStatusAsync(status, cancellationToken) && !message.MayBeThere))
            await message.ShowNoteAsync(note, cancellationToken);
    }

    private async Task<bool> TryStatusAsync(string status, CancellationToken cancellationToken)
    {
        if (!context.Statuses || address.Thread is null)
            return false;
        try
        {
            _hasStatus |= await context.Api.TrySetStatusAsync(address.Target, status, cancellationToken);
            return true;
        }
        catch (SlackApiException refused)
        {
            if (ReplyContext.IsMissing(refused))
                context.Statuses = false;
            return false;
        }
    }

    /// <summary>Does what may be left out when Slack refuses it.</summary>
    private async Task AttemptAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (SlackApiException refused)
        {
            LeftOut(context.Logger, refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An update of a reply was left out.")]
    private static partial void LeftOut(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack refuses the blocks of a reply; it is sent as plain messages.")]
    private static partial void TooLong(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "What was shown of a reply cannot be replaced; the reply is posted below it.")]
    private static partial void NotReplaced(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to {MessageId} cannot be delivered.")]
    private static partial void Undeliverable(ILogger logger, string messageId, Exception exception);
}
