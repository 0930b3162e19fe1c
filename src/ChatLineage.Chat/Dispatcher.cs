using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat;

/// <summary>Takes questions from a platform, has them answered with their conversation in mind, and shows the answers as they grow.</summary>
/// <remarks>Safe to use for several platforms at once. The questions of one platform are answered one after another.</remarks>
public sealed partial class Dispatcher(IAnswerer answerer, IConversationStore conversations, TimeProvider time, ILogger<Dispatcher> logger)
{
    private static readonly Reply Failure =
        new("Something broke on my side while I was answering. Please ask again; if it happens twice, the log of whoever runs me says why.");

    /// <summary>Answers everything that a platform brings, until it brings no more.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        await foreach (var message in platform.ReceiveAsync(cancellationToken))
            await HandleAsync(platform, message, cancellationToken);
    }

    /// <summary>Answers one question.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; a question taken back is an outcome, not an exception.</exception>
    public async Task<Outcome> HandleAsync(IChatPlatform platform, IncomingMessage message, CancellationToken cancellationToken)
    {
        var pending = await platform.BeginReplyAsync(message, cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(message.Withdrawn, cancellationToken);
        Answer answer;
        try
        {
            var history = await conversations.ReadAsync(message.Conversation, either.Token);
            answer = await AnswerAsync(platform.Capabilities, pending, new Question(message.Text, history), either.Token);
            await conversations.AddAsync(message.Conversation, new Turn(message.Text, answer), cancellationToken);
        }
        catch (OperationCanceledException) when (message.Withdrawn.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await pending.StopAsync(cancellationToken);
            return Outcome.Withdrawn;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Failed(platform.Name, message.Id, broken);
            await pending.FinishAsync(Failure, cancellationToken);
            return Outcome.Failed;
        }

        var reply = AnswerRenderer.For(platform.Capabilities.Dialect).Render(answer, platform.Capabilities.MaxTextLength);
        await pending.FinishAsync(reply, cancellationToken);
        return Outcome.Answered;
    }

    /// <summary>Collects the answer and shows it sentence by sentence where the platform can update a reply.</summary>
    private async Task<Answer> AnswerAsync(PlatformCapabilities can, IPendingReply pending, Question question, CancellationToken cancellationToken)
    {
        var renderer = AnswerRenderer.For(can.Dialect);
        var shows = can.Updating == Updating.Edit || (can.Updating == Updating.Append && renderer.IsStable);
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
            await pending.ShowAsync(reply, cancellationToken);
        }

        return answer ?? throw new InvalidOperationException("The answerer ended without a Completed event.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering message {MessageId} of {Platform} failed.")]
    private partial void Failed(string platform, string messageId, Exception exception);
}
