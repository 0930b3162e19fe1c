using ChatLineage.Chat.Access;
using ChatLineage.Chat.Limits;
using ChatLineage.Chat.Notes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Chat.Storage;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat.Dispatch;

/// <summary>Does what the buttons below answers say.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class ActionResponder(
    IChatStore store, RateLimits limits, NoteTools? notes, DrawLineage? draw, TimeProvider time, ILogger logger)
{
    private const int LongestComment = 1000;

    /// <summary>Does it.</summary>
    /// <param name="action">The button.</param>
    /// <param name="platform">Where it was pressed.</param>
    /// <param name="access">The settings of that platform.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is shown.</returns>
    public async ValueTask<Reply> ActAsync(IncomingAction action, IChatPlatform platform, AccessOptions access, CancellationToken cancellationToken)
    {
        var can = platform.Capabilities;
        if (new AccessPolicy(access).Decide(action.Place) is not Admission.Taken and var refused)
            return Note(Notices.Refused(refused), can);
        if (!AnswerIds.IsId(action.AnswerId) || await store.FindAnswerAsync(action.AnswerId, cancellationToken) is not { } answer)
            return Note(Notices.AnswerForgotten, can);
        switch (action.Action)
        {
            case AnswerAction.Useful or AnswerAction.NotUseful:
                var useful = action.Action == AnswerAction.Useful;
                await store.RateAsync(new Rating(answer.Id, action.AuthorId, useful, Comment(action), time.GetUtcNow()), cancellationToken);
                return Note(useful ? Notices.ThanksUseful : Notices.ThanksNotUseful, can);
            case AnswerAction.Sources:
                return Responder.Sources(answer.Turn.Answer, can) with { Audience = Audience.Asker };
            case AnswerAction.Picture:
                return Picture(action, answer, can);
            case AnswerAction.AskMaintainer:
                return await PassOnAsync(action, answer, platform, access, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action.Action, "There is no such button.");
        }
    }

    private Reply Picture(IncomingAction action, StoredAnswer answer, PlatformCapabilities can)
    {
        if (draw is null || notes is null || can.MaxFileBytes == 0)
            return Note(Notices.NoPicturesHere, can);
        if (limits.Take(action.Platform, action.AuthorId, action.Place?.SharedChannelId) is { Allowed: false } pace)
            return Note(Notices.SlowDown(pace), can);
        // Stored answers can be older than the notes are now.
        var entity = answer.Turn.Answer.Entities.Select(known => notes.Knowledge.FindEntity(known.Id)).FirstOrDefault(known => known is not null);
        return entity is not null && draw(notes.Knowledge, entity, can.Dark) is { } picture && picture.Content.Length <= can.MaxFileBytes
            ? new Reply(AnswerRenderer.For(can.Dialect).Escape($"The lineage of {entity.Name}")) { Attachments = [picture] }
            : Note(Notices.NoPicture, can);
    }

    private async ValueTask<Reply> PassOnAsync(
        IncomingAction action, StoredAnswer answer, IChatPlatform platform, AccessOptions access, CancellationToken cancellationToken)
    {
        if (!await store.PassOnAsync(new PassedOnQuestion(answer.Id, action.AuthorId, Comment(action), time.GetUtcNow()), cancellationToken))
            return Note(Notices.PassedOnBefore, platform.Capabilities);
        if (access.MaintainersChannel is { } channel && platform.Capabilities.Channels)
            await TellMaintainersAsync(platform, channel, ForMaintainers(action, answer, platform.Capabilities), cancellationToken);
        return Note(Notices.PassedOn, platform.Capabilities);
    }

    // The question is stored, where the maintainers find it; who passed it on cannot mend their channel.
    private async ValueTask TellMaintainersAsync(IChatPlatform platform, string channel, Reply question, CancellationToken cancellationToken)
    {
        try
        {
            await platform.PostAsync(channel, question, cancellationToken);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            NotPosted(platform.Name, channel, refused.Message);
        }
    }

    private static Reply ForMaintainers(IncomingAction action, StoredAnswer answer, PlatformCapabilities can)
    {
        var lines = new List<string> { "A question for the maintainers:", answer.Turn.Question };
        if (Comment(action) is { } comment)
            lines.Add($"They add: {comment}");
        lines.Add($"I answered: {answer.Turn.Answer.Text}");
        var text = string.Join('\n', lines.Select(TokenShapes.Redact));
        var parts = TextSplitter.Split(Responder.Lines(AnswerRenderer.For(can.Dialect), text).Body, can.MaxTextLength);
        return new Reply(parts[0]) { Continued = parts[1..] };
    }

    private static Reply Note(string plain, PlatformCapabilities can) =>
        Responder.Lines(AnswerRenderer.For(can.Dialect), plain) with { Audience = Audience.Asker };

    private static string? Comment(IncomingAction action)
    {
        var text = action.Comment?.Trim();
        return string.IsNullOrEmpty(text) ? null : Shortened.To(LongestComment, text);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A question for the maintainers could not be posted to channel {Channel} of {Platform}: {Reason} 'chatlineage knowledge gaps' lists it.")]
    private partial void NotPosted(string platform, string channel, string reason);
}
