using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>Remembers in a SQLite file, also over restarts.</summary>
/// <remarks>
/// Safe to use from several threads at once. SQLite has one writer at a time, so writes wait for each other here, which is cheaper than
/// being turned away there.
/// </remarks>
public sealed class ChatDatabase : IChatStore, IDisposable
{
    private readonly PooledDbContextFactory<ChatContext> _contexts;
    private readonly Func<KnowledgeBase> _notes;
    private readonly SemaphoreSlim _writing = new(1);

    private ChatDatabase(PooledDbContextFactory<ChatContext> contexts, Func<KnowledgeBase> notes) => (_contexts, _notes) = (contexts, notes);

    /// <summary>Opens a file, creates it when there is none, and brings older ones up to date.</summary>
    /// <param name="path">The file; its folder is created when it is missing.</param>
    /// <param name="notes">The notes as they are now: what is remembered names entities and sources by their ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChatStoreException">The file cannot be used.</exception>
    public static async Task<ChatDatabase> OpenAsync(string path, Func<KnowledgeBase> notes, CancellationToken cancellationToken)
    {
        var contexts = new PooledDbContextFactory<ChatContext>(ChatFile.Options(path));
        await ChatFile.PrepareAsync(contexts, path, cancellationToken);
        return new ChatDatabase(contexts, notes);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReceiveAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        TryAddAsync(message.Conversation.Platform, message.Id, message.ReceivedAt, TurnJson.Write(message), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryNoteAsync(string platform, string eventId, DateTimeOffset at, CancellationToken cancellationToken) =>
        TryAddAsync(platform, eventId, at, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<IncomingMessage>> ReadUnsettledAsync(CancellationToken cancellationToken) => ReadAsync<ImmutableArray<IncomingMessage>>(async context =>
    {
        var pending = await context.Messages.Where(row => row.Pending != null).OrderBy(row => row.At).Select(row => row.Pending!).ToListAsync(cancellationToken);
        return [.. pending.Select(TurnJson.ReadMessage)];
    }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SettleAsync(string platform, string messageId, string? postedId, CancellationToken cancellationToken) => await WriteAsync(async context =>
    {
        var answerId = AnswerIds.Of(platform, messageId);
        var conversation = postedId is null
            ? null
            : await context.Answers.Where(row => row.AnswerId == answerId).Select(row => row.Conversation).FirstOrDefaultAsync(cancellationToken);
        return await context.Messages.Where(row => row.Platform == platform && row.MessageId == messageId).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.Pending, (string?)null)
                .SetProperty(message => message.PostedId, postedId)
                .SetProperty(message => message.Conversation, conversation),
            cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ConversationKey?> FindConversationAsync(string platform, string postedId, CancellationToken cancellationToken) => ReadAsync(async context =>
    {
        var found = await context.Messages.Where(row => row.Platform == platform && row.PostedId == postedId).Select(row => row.Conversation)
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? (ConversationKey?)null : new ConversationKey(platform, found);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> HasConversationAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        ReadAsync(context => Of(context, conversation).AnyAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Turn>> ReadTurnsAsync(ConversationKey conversation, CancellationToken cancellationToken) => ReadAsync<ImmutableArray<Turn>>(async context =>
    {
        var rows = await Of(context, conversation).OrderByDescending(row => row.Sequence).Take(IChatStore.MaxTurns)
            .Select(row => new { row.Asked, row.Answer }).ToListAsync(cancellationToken);
        var notes = _notes();
        return [.. rows.Select(row => new Turn(row.Asked, TurnJson.ReadAnswer(row.Answer, notes))).Reverse()];
    }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask AddAnswerAsync(StoredAnswer answer, CancellationToken cancellationToken) => await WriteAsync(async context =>
    {
        await context.Answers.Where(row => row.AnswerId == answer.Id).ExecuteDeleteAsync(cancellationToken);
        context.Answers.Add(new AnswerRow
        {
            AnswerId = answer.Id,
            Platform = answer.Conversation.Platform,
            Conversation = answer.Conversation.Id,
            MessageId = answer.MessageId,
            Asked = answer.Turn.Question,
            Question = answer.Turn.Answer.Question,
            Answer = TurnJson.Write(answer.Turn.Answer),
            IsGap = GapKinds.IsGap(answer.Turn.Answer.Abstained),
            At = answer.At,
        });
        return await context.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredAnswer?> FindAnswerAsync(string answerId, CancellationToken cancellationToken) => ReadAsync(async context =>
    {
        var row = await context.Answers.AsNoTracking().FirstOrDefaultAsync(row => row.AnswerId == answerId, cancellationToken);
        return row is null
            ? null
            : new StoredAnswer(
                row.AnswerId,
                new ConversationKey(row.Platform, row.Conversation),
                row.MessageId,
                new Turn(row.Asked, TurnJson.ReadAnswer(row.Answer, _notes())),
                row.At);
    }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask RateAsync(Rating rating, CancellationToken cancellationToken) => await WriteAsync(async context =>
    {
        await context.Ratings.Where(row => row.AnswerId == rating.AnswerId && row.AuthorId == rating.AuthorId).ExecuteDeleteAsync(cancellationToken);
        context.Ratings.Add(new RatingRow
        {
            AnswerId = rating.AnswerId,
            AuthorId = rating.AuthorId,
            Useful = rating.Useful,
            Comment = rating.Comment,
            At = rating.At,
        });
        return await context.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> PassOnAsync(PassedOnQuestion question, CancellationToken cancellationToken) => WriteAsync(async context =>
    {
        if (await context.PassedOn.AnyAsync(row => row.AnswerId == question.AnswerId && row.AuthorId == question.AuthorId, cancellationToken))
            return false;
        context.PassedOn.Add(new PassedOnRow { AnswerId = question.AnswerId, AuthorId = question.AuthorId, Comment = question.Comment, At = question.At });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Gap>> ReadGapsAsync(int maxCount, CancellationToken cancellationToken) =>
        ReadAsync(context => GapQuery.ReadAsync(context, maxCount, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => await WriteAsync(async context =>
    {
        var count = await context.Messages.Where(row => row.At < before && row.Pending == null).ExecuteDeleteAsync(cancellationToken);
        count += await context.Answers.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
        count += await context.Ratings.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
        return count + await context.PassedOn.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _writing.Dispose();

    private ValueTask<bool> TryAddAsync(
        string platform, string id, DateTimeOffset at, string? pending, CancellationToken cancellationToken) => WriteAsync(async context =>
    {
        if (await context.Messages.AnyAsync(row => row.Platform == platform && row.MessageId == id, cancellationToken))
            return false;
        context.Messages.Add(new MessageRow { Platform = platform, MessageId = id, At = at, Pending = pending });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }, cancellationToken);

    private static IQueryable<AnswerRow> Of(ChatContext context, ConversationKey conversation)
    {
        var (platform, id) = (conversation.Platform, conversation.Id);
        return context.Answers.Where(row => row.Platform == platform && row.Conversation == id);
    }

    private async ValueTask<T> ReadAsync<T>(Func<ChatContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await read(context);
    }

    private async ValueTask<T> WriteAsync<T>(Func<ChatContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(context);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }
}
