using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Chat.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat.Dispatch;

/// <summary>Sees one message through: begins its reply, waits for its turn, has it answered, delivers the answer and settles it.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class Replier(Responder responder, IChatStore store, TimeProvider time, ILogger logger)
{
    // A place in the queue that changes before anybody could read it is not worth an update.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] Retries =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    /// <summary>Replies. Logs what goes wrong, and throws nothing.</summary>
    public async Task RunAsync(RunningReply running)
    {
        try
        {
            await DeliverAsync(running);
        }
        catch (OperationCanceledException) when (running.Stopping.IsCancellationRequested)
        {
            // It stays unsettled: the next run answers it.
        }
        catch (Exception broken)
        {
            NotDelivered(running.Platform.Name, running.Message.Id, broken);
        }
    }

    private async Task DeliverAsync(RunningReply running)
    {
        Reply? made = null;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var posted = await ReplyOnceAsync(running, made, reply => made = reply);
                await store.SettleAsync(running.Platform.Name, running.Message.Id, posted, running.Stopping);
                return;
            }
            catch (PlatformUnavailableException away) when (attempt < Retries.Length)
            {
                TryAgain(running.Platform.Name, running.Message.Id, Retries[attempt], away.Message);
                await Task.Delay(Retries[attempt], time, running.Stopping);
            }
        }
    }

    /// <summary>Begins a reply and ends it.</summary>
    /// <returns>The id of the answer that was posted; null without one.</returns>
    private async Task<string?> ReplyOnceAsync(RunningReply running, Reply? made, Action<Reply> keep)
    {
        var (platform, message) = (running.Platform, running.Message);
        IPendingReply? pending = null;
        try
        {
            if (made is null && running.Notice is null && IsQuiet(message))
            {
                await WaitForTurnAsync(running, null);
                made = await responder.ReplyAsync(message, platform.Capabilities, null, running.Either);
                if (made is null)
                    return null;
            }

            pending = await platform.BeginReplyAsync(message, AudienceOf(running), running.Either);
            made ??= running.Notice is { } notice
                ? Responder.Lines(AnswerRenderer.For(platform.Capabilities.Dialect), notice)
                : await AnswerAsync(running, pending);
            keep(made);
            running.Either.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (running.IsWithdrawn && !running.Stopping.IsCancellationRequested)
        {
            if (pending is not null)
                await pending.StopAsync(running.Stopping);
            return null;
        }
        finally
        {
            // Whoever waits need not wait for the delivery.
            running.Ticket?.Dispose();
        }

        var posted = await pending.FinishAsync(made, running.Stopping);
        return made.AnswerId is null && running.Notice is not null ? null : posted;
    }

    private async Task<Reply> AnswerAsync(RunningReply running, IPendingReply pending)
    {
        var (platform, message) = (running.Platform, running.Message);
        try
        {
            await WaitForTurnAsync(running, pending);
            return await responder.ReplyAsync(message, platform.Capabilities, pending, running.Either)
                ?? throw new InvalidOperationException("There is no reply to a message that was addressed to the bot.");
        }
        catch (Exception broken) when (broken is not OperationCanceledException and not PlatformUnavailableException)
        {
            Failed(platform.Name, message.Id, broken);
            return Responder.Lines(AnswerRenderer.For(platform.Capabilities.Dialect), Notices.Failure);
        }
    }

    private async Task WaitForTurnAsync(RunningReply running, IPendingReply? pending)
    {
        var shown = time.GetTimestamp();
        var interval = TimeSpan.FromTicks(Math.Max(Patience.Ticks, running.Platform.Capabilities.UpdateInterval.Ticks));
        var ahead = await running.Ticket!.NextAsync(running.Either);
        while (ahead > 0)
        {
            var next = running.Ticket.NextAsync(running.Either).AsTask();
            var left = interval - time.GetElapsedTime(shown);
            if (pending is not null && !await ChangesWithinAsync(next, left, running.Either))
            {
                await pending.WaitAsync(ahead, running.Either);
                shown = time.GetTimestamp();
            }

            ahead = await next;
        }
    }

    private async Task<bool> ChangesWithinAsync(Task next, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            return next.IsCompleted;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(left, time, over.Token));
        await over.CancelAsync();
        return next.IsCompleted;
    }

    // Nothing is shown for what was said among people until it is clear that the bot has something to say.
    private static bool IsQuiet(IncomingMessage message) =>
        message.Trigger == Trigger.Overheard || (message.Trigger == Trigger.Thread && !message.HasQuestionMark);

    private static Audience AudienceOf(RunningReply running) =>
        running.Platform.Capabilities.Ephemeral && (running.Message.WantsPrivacy || running.Notice is not null) ? Audience.Asker : Audience.Everybody;

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering message {MessageId} of {Platform} failed.")]
    private partial void Failed(string platform, string messageId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to message {MessageId} of {Platform} is delivered again in {Delay}: {Reason}")]
    private partial void TryAgain(string platform, string messageId, TimeSpan delay, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The reply to message {MessageId} of {Platform} could not be delivered; it is tried again at the next start.")]
    private partial void NotDelivered(string platform, string messageId, Exception exception);
}
