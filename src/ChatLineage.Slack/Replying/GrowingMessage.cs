using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>
/// The one message of a reply that grows: streamed where Slack can do that, otherwise posted and updated. What is left out for want of room
/// in the limits comes with the next update. When so much is asked that updates have no room at all, nothing is shown before the complete
/// reply: then that can be posted at once, while the update of an early message would have to wait for its turn.
/// </summary>
/// <remarks>Used by one caller at a time.</remarks>
/// <param name="context">What all replies share.</param>
/// <param name="address">Where it goes.</param>
/// <param name="mark">The id of the question, which marks the message.</param>
/// <param name="mayBeThere">True when an earlier run of the program may have begun the message.</param>
internal sealed partial class GrowingMessage(ReplyContext context, ReplyAddress address, string mark, bool mayBeThere)
{
    private readonly MessageTarget _target = address.Target;
    private string _streamed = "";
    private bool _isStreaming;

    /// <summary>The message; null while there is none.</summary>
    public string? Ts { get; private set; }

    /// <summary>
    /// True when the message may be there although its id is not known: an earlier run, or a call without an answer, may have begun it.
    /// </summary>
    public bool MayBeThere { get; private set; } = mayBeThere;

    /// <summary>Goes on with a message that is there already.</summary>
    public void Adopt(string ts) => Ts = ts;

    /// <summary>A post got no answer, so that the message may be there.</summary>
    public void NoteUnclear() => MayBeThere = Ts is null;

    /// <summary>Looks for a message that was posted, where there may be one; true when it is known now.</summary>
    public async Task<bool> FindPostedAsync(CancellationToken cancellationToken)
    {
        if (MayBeThere && Ts is null)
            Ts = await context.Poster.FindAsync(_target, mark, cancellationToken);
        return Ts is not null;
    }

    /// <summary>
    /// Looks for the message where there may be one, also for a stream, which ends here. Called when it is the turn of the question: of all
    /// questions of a conversation, only that one can have a stream.
    /// </summary>
    public async Task FindAsync(CancellationToken cancellationToken)
    {
        if (!MayBeThere || Ts is not null)
            return;
        if (!await FindPostedAsync(cancellationToken)
            && await context.Poster.FindBrokenOffAsync(
                _target, mark, ts => context.TryTake(_target.Channel, ts), cancellationToken) is { } brokenOff)
        {
            (Ts, _isStreaming) = (brokenOff, true);
            BrokenOff(context.Logger);
            await StopAsync(cancellationToken);
        }

        MayBeThere = false;
    }

    /// <summary>Shows more.</summary>
    public async Task ShowAsync(string body, CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (_isStreaming)
            await AppendAsync(body, cancellationToken);
        else if (Ts is { } ts)
            await context.Api.TryUpdateAsync(_target.Channel, ts, ReplyMessages.Growing(body) with { Mark = mark }, cancellationToken);
        else if (!await TryStreamAsync(body, cancellationToken) && context.Api.HasRoomForUpdates)
            await PostAsync(ReplyMessages.Growing(body) with { Mark = mark }, cancellationToken);
    }

    /// <summary>Shows words of the bot's own in the place of the reply to come.</summary>
    public async Task ShowNoteAsync(string note, CancellationToken cancellationToken)
    {
        if (Ts is { } ts)
            await context.Api.TryUpdateAsync(_target.Channel, ts, new MessageBody(note, []) { Mark = mark }, cancellationToken);
        else if (context.Api.HasRoomForUpdates)
            await PostAsync(new MessageBody(note, []) { Mark = mark }, cancellationToken);
    }

    /// <summary>Ends the stream, if there is one; afterwards the message has its mark, and can be updated and removed like any other.</summary>
    /// <exception cref="SlackApiException">Slack could not be reached, so that the stream may go on.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_isStreaming || Ts is not { } ts)
            return;
        try
        {
            await context.Api.StopStreamAsync(_target.Channel, ts, mark, cancellationToken);
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            // Slack has ended it by itself; if not, the update that follows says so.
            NotStopped(context.Logger, refused);
        }

        _isStreaming = false;
        context.Release(_target.Channel, ts);
    }

    /// <summary>Removes the message, if there is one.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        if (Ts is { } ts)
            await context.Api.DeleteAsync(_target.Channel, ts, cancellationToken);
        Ts = null;
    }

    private async Task PostAsync(MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            Ts = await context.Api.PostAsync(_target, body, cancellationToken);
        }
        catch (SlackApiException unclear) when (unclear.IsAmbiguous)
        {
            NoteUnclear();
            throw;
        }
    }

    private async Task<bool> TryStreamAsync(string body, CancellationToken cancellationToken)
    {
        if (!context.Streams || _target.ThreadTs is null)
            return false;
        try
        {
            if (await context.Api.TryStartStreamAsync(_target, address.User, address.Team, body, cancellationToken) is not { } ts)
                return false;
            context.TryTake(_target.Channel, ts);
            (Ts, _streamed, _isStreaming) = (ts, body, true);
            return true;
        }
        catch (SlackApiException unclear) when (unclear.IsAmbiguous)
        {
            NoteUnclear();
            throw;
        }
        catch (SlackApiException refused)
        {
            if (ReplyContext.IsMissing(refused))
                context.Streams = false;
            NotStreamed(context.Logger, refused);
            return false;
        }
    }

    private async Task AppendAsync(string body, CancellationToken cancellationToken)
    {
        if (!body.StartsWith(_streamed, StringComparison.Ordinal) || body.Length == _streamed.Length)
            return;
        try
        {
            if (await context.Api.TryAppendStreamAsync(_target.Channel, Ts!, body[_streamed.Length..], cancellationToken))
                _streamed = body;
        }
        catch (SlackApiException refused)
        {
            // Slack ends streams by itself after a while. What is shown stays, and updates go on from there.
            NotStreamed(context.Logger, refused);
            await StopAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A reply is not streamed; it is updated instead.")]
    private static partial void NotStreamed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A reply that was broken off is gone on with.")]
    private static partial void BrokenOff(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A stream could not be ended.")]
    private static partial void NotStopped(ILogger logger, Exception exception);
}
