using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Answering.Checking;
using ChatLineage.Answering.Checking.Reports;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Notes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Chat.Storage;

namespace ChatLineage.Chat.Dispatch;

/// <summary>Makes the reply to one message, and shows it as it grows.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class Responder(IAnswerer answerer, IChatStore store, NoteTools? notes, TimeProvider time)
{
    private static readonly ImmutableArray<AnswerAction> ForEveryAnswer = [AnswerAction.Useful, AnswerAction.NotUseful];

    /// <summary>Makes the complete reply.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="can">What the platform can do.</param>
    /// <param name="pending">Where to show what there is already; null to show nothing before the end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when a message that was addressed to nobody is better left without a reply.</returns>
    public async ValueTask<Reply?> ReplyAsync(IncomingMessage message, PlatformCapabilities can, IPendingReply? pending, CancellationToken cancellationToken)
    {
        var renderer = AnswerRenderer.For(can.Dialect);
        switch (message.Request)
        {
            case Request.Help:
                return Lines(renderer, Notices.Help(can.CommandPrefix));
            case Request.Sources:
                var turns = await store.ReadTurnsAsync(await ConversationAsync(message, cancellationToken), cancellationToken);
                return turns is [.., var last] ? Sources(last.Answer, can) : Lines(renderer, Notices.NoAnswerYet);
            case Request.Check when notes is not null && message.Text.Length <= TextChecker.MaxLength:
                return await CheckAsync(message, can, cancellationToken);
            default:
                return message.Text.Length == 0 ? Lines(renderer, Notices.NothingToAsk) : await AnswerAsync(message, can, pending, cancellationToken);
        }
    }

    /// <summary>Every source of an answer in full, without the answer.</summary>
    public static Reply Sources(Answer answer, PlatformCapabilities can)
    {
        var renderer = AnswerRenderer.For(can.Dialect);
        if (answer.Citations.IsEmpty)
            return Lines(renderer, Notices.NoSources);
        var reply = renderer.Render(answer with { Sentences = [] }, can);
        return reply with { Body = reply.Text.TrimStart(), Sources = null };
    }

    /// <summary>Plain text of the bot's own as a reply, its lines kept.</summary>
    public static Reply Lines(AnswerRenderer renderer, string plain) => new(string.Join('\n', plain.Split('\n').Select(renderer.Escape)));

    private async ValueTask<Reply> CheckAsync(IncomingMessage message, PlatformCapabilities can, CancellationToken cancellationToken)
    {
        var check = notes!.Checker.Check(message.Text, cancellationToken);
        var answer = AnswerReport.Of(message.Text, check);
        await AddAsync(message, message.Conversation, answer, cancellationToken);
        return WithActions(AnswerRenderer.For(can.Dialect).Render(answer, can, Layout.Lines), message, answer, can);
    }

    private async ValueTask<Reply?> AnswerAsync(IncomingMessage message, PlatformCapabilities can, IPendingReply? pending, CancellationToken cancellationToken)
    {
        var conversation = await ConversationAsync(message, cancellationToken);
        var history = await store.ReadTurnsAsync(conversation, cancellationToken);
        var answer = await StreamAsync(new Question(message.Text, history), can, pending, cancellationToken);
        if (pending is null && IsUnwanted(message.Trigger, answer))
            return null;
        await AddAsync(message, conversation, answer, cancellationToken);
        return WithActions(AnswerRenderer.For(can.Dialect).Render(answer, can), message, answer, can);
    }

    /// <summary>Collects the answer and shows it sentence by sentence where the platform can update a reply.</summary>
    private async Task<Answer> StreamAsync(Question question, PlatformCapabilities can, IPendingReply? pending, CancellationToken cancellationToken)
    {
        var renderer = AnswerRenderer.For(can.Dialect);
        var shows = pending is not null && (can.Updating == Updating.Edit || (can.Updating == Updating.Append && renderer.IsStable));
        var sentences = ImmutableArray<Sentence>.Empty;
        Answer? answer = null;
        long? shown = null;
        await foreach (var happened in answerer.AnswerAsync(question, cancellationToken))
        {
            if (happened is AnswerEvent.Completed completed)
            {
                answer = completed.Answer;
                continue;
            }

            sentences = sentences.Add(((AnswerEvent.SentenceReady)happened).Sentence);
            if (!shows || (shown is { } before && time.GetElapsedTime(before) < can.UpdateInterval))
                continue;
            var reply = renderer.Render(sentences);
            if (reply.Body.Length > can.MaxTextLength)
                continue;
            shown = time.GetTimestamp();
            await pending!.ShowAsync(reply, cancellationToken);
        }

        return answer ?? throw new InvalidOperationException("The answerer ended without a Completed event.");
    }

    // A reply to an answer goes on with that answer's conversation, wherever it is written.
    private async ValueTask<ConversationKey> ConversationAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        message.InReplyTo is { } answered && await store.FindConversationAsync(message.Conversation.Platform, answered, cancellationToken) is { } found
            ? found
            : message.Conversation;

    private ValueTask AddAsync(IncomingMessage message, ConversationKey conversation, Answer answer, CancellationToken cancellationToken) => store.AddAnswerAsync(
        new StoredAnswer(AnswerIds.Of(message), conversation, message.Id, new Turn(message.Text, answer), time.GetUtcNow()), cancellationToken);

    // People who talk among themselves hear from the bot only when it has something to say.
    private static bool IsUnwanted(Trigger trigger, Answer answer) =>
        trigger == Trigger.Overheard ? answer.Abstained is not null || answer.Citations.IsEmpty : answer.Abstained == AbstentionReason.OffTopic;

    private static Reply WithActions(Reply reply, IncomingMessage message, Answer answer, PlatformCapabilities can)
    {
        if (!can.Buttons)
            return reply;
        var actions = answer.Abstained is null && !answer.Citations.IsEmpty ? ForEveryAnswer.Add(AnswerAction.Sources) : ForEveryAnswer;
        if (can.MaxFileBytes > 0 && !answer.Entities.IsEmpty)
            actions = actions.Add(AnswerAction.Picture);
        return reply with { Actions = actions.Add(AnswerAction.AskMaintainer), AnswerId = AnswerIds.Of(message) };
    }
}
