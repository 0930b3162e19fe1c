using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>
/// The one message of a reply that grows: streamed where Slack can do that, otherwise posted and updated. What is left out for want of room
/// in the limits comes with the next update. When so much is asked that updates have no room at all, nothing is shown before the complete
/// reply: then that can be posted at once, while the update of an early message would have to wait for its turn.
/// </summary>
/// <remarks>Used by one caller at a time.</remarks>
internal sealed partial class GrowingMessage(ReplyContext context, MessageTarget target, string user, string team, string mark)
{
    private string? _ts;
    private string _streamed = "";
    private bool _isStreaming;

    /// <summary>The message; null while there is none.</summary>
    public string? Ts => _ts;

    /// <summary>True when a post got no answer, so that the message may be there although its id is not known.</summary>
    public bool MayBeThere { get; private set; }

    /// <summary>Goes on with a message that is there already.</summary>
    public void Adopt(string ts) => _ts = ts;

    /// <summary>Shows more.</summary>
    public async Task ShowAsync(string body, CancellationToken cancellationToken)
    {
        if (_isStreaming)
            await AppendAsync(body, cancellationToken);
        else if (_ts is { } ts)
            await context.Api.TryUpdateAsync(target.Channel, ts, ReplyMessages.Growing(body) with { Mark = mark }, cancellationToken);
        else if (!await TryStreamAsync(body, cancellationToken) && context.Api.HasRoomForUpdates)
            await PostAsync(ReplyMessages.Growing(body) with { Mark = mark }, cancellationToken);
    }

    /// <summary>Shows words of the bot's own in the place of the reply to come.</summary>
    public async Task ShowNoteAsync(string note, CancellationToken cancellationToken)
    {
        if (_ts is { } ts)
            await context.Api.TryUpdateAsync(target.Channel, ts, new MessageBody(note, []) { Mark = mark }, cancellationToken);
        else if (context.Api.HasRoomForUpdates)
            await PostAsync(new MessageBody(note, []) { Mark = mark }, cancellationToken);
    }

    /// <summary>Ends the stream, if there is one; afterwards the message can be updated and removed like any other.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_isStreaming || _ts is not { } ts)
            return;
        _isStreaming = false;
        try
        {
            await context.Api.StopStreamAsync(target.Channel, ts, cancellationToken);
        }
        catch (SlackApiException refused)
        {
            // Perhaps it ended already; if it did not, the update that follows says so.
            NotStopped(context.Logger, refused);
        }
    }

    /// <summary>Removes the message, if there is one.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        if (_ts is { } ts)
            await context.Api.DeleteAsync(target.Channel, ts, cancellationToken);
        _ts = null;
    }

    private async Task PostAsync(MessageBody body, CancellationToken cancellationToken)
    {
        if (MayBeThere && await context.Poster.FindAsync(target, mark, cancellationToken) is { } found)
        {
            _ts = found;
            await context.Api.TryUpdateAsync(target.Channel, found, body, cancellationToken);
            return;
        }

        try
        {
            _ts = await context.Api.PostAsync(target, body, cancellationToken);
        }
        catch (SlackApiException unclear) when (unclear.IsAmbiguous)
        {
            MayBeThere = true;
            throw;
        }
    }

    private async Task<bool> TryStreamAsync(string body, CancellationToken cancellationToken)
    {
        if (!context.Streams || target.ThreadTs is null)
            return false;
        try
        {
            if (await context.Api.TryStartStreamAsync(target, user, team, body, cancellationToken) is not { } ts)
                return false;
            (_ts, _streamed, _isStreaming) = (ts, body, true);
            return true;
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
            if (await context.Api.TryAppendStreamAsync(target.Channel, _ts!, body[_streamed.Length..], cancellationToken))
                _streamed = body;
        }
        catch (SlackApiException refused)
        {
            // Slack ends streams by itself after a while. What is shown stays, and updates go on from there.
            _isStreaming = false;
            NotStreamed(context.Logger, refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A reply is not streamed; it is updated instead.")]
    private static partial void NotStreamed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A stream could not be ended.")]
    private static partial void NotStopped(ILogger logger, Exception exception);
}
