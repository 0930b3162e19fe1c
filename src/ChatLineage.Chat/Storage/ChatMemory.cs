using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Storage;

/// <summary>Remembers until the program ends: for one person in a terminal, and for tests.</summary>
/// <remarks>Bounded: what was used least recently is forgotten first.</remarks>
public sealed class ChatMemory : IChatStore
{
    private const int MaxMessages = 100_000;
    private const int MaxOpinions = 10_000;

    private readonly Lock _lock = new();
    private readonly Recent<ConversationKey, ImmutableArray<StoredAnswer>> _conversations;
    private readonly Recent<(string Platform, string Id), IncomingMessage?> _messages = new(MaxMessages);
    private readonly Recent<(string Platform, string Id), ConversationKey> _posted = new(MaxMessages);
    private readonly Recent<(string AnswerId, string AuthorId), Rating> _ratings = new(MaxOpinions);
    private readonly Recent<(string AnswerId, string AuthorId), PassedOnQuestion> _passedOn = new(MaxOpinions);

    /// <summary>Creates an empty memory.</summary>
    /// <param name="maxConversations">How many conversations are kept, each with its latest answers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConversations"/> is below 1.</exception>
    public ChatMemory(int maxConversations = 10_000) => _conversations = new(maxConversations);

    /// <inheritdoc/>
    public ValueTask<bool> TryReceiveAsync(IncomingMessage message, CancellationToken cancellationToken) => Locked(() =>
    {
        var key = (message.Conversation.Platform, message.Id);
        if (_messages.TryGet(key, out _))
            return false;
        _messages.Set(key, message);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryNoteAsync(string platform, string eventId, DateTimeOffset at, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_messages.TryGet((platform, eventId), out _))
            return false;
        _messages.Set((platform, eventId), null);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<IncomingMessage>> ReadUnsettledAsync(CancellationToken cancellationToken) =>
        Locked<ImmutableArray<IncomingMessage>>(() => [.. _messages.Values.OfType<IncomingMessage>().OrderBy(message => message.ReceivedAt)], cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(string platform, string messageId, string? postedId, CancellationToken cancellationToken) => Locked(() =>
    {
        if (postedId is not null && _messages.TryGet((platform, messageId), out var message) && message is not null)
            _posted.Set((platform, postedId), Find(AnswerIds.Of(platform, messageId))?.Conversation ?? message.Conversation);
        _messages.Set((platform, messageId), null);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ConversationKey?> FindConversationAsync(string platform, string postedId, CancellationToken cancellationToken) =>
        Locked(() => _posted.TryGet((platform, postedId), out var found) ? found : (ConversationKey?)null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> HasConversationAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Locked(() => _conversations.TryGet(conversation, out _), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Turn>> ReadTurnsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Locked<ImmutableArray<Turn>>(
            () => _conversations.TryGet(conversation, out var answers) ? [.. answers.Select(answer => answer.Turn)] : [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask AddAnswerAsync(StoredAnswer answer, CancellationToken cancellationToken) => Locked(() =>
    {
        var before = _conversations.TryGet(answer.Conversation, out var answers) ? answers : [];
        var kept = before.RemoveAll(other => other.Id == answer.Id).Add(answer);
        _conversations.Set(answer.Conversation, kept.Length > IChatStore.MaxTurns ? kept.RemoveAt(0) : kept);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredAnswer?> FindAnswerAsync(string answerId, CancellationToken cancellationToken) =>
        Locked(() => Find(answerId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask RateAsync(Rating rating, CancellationToken cancellationToken) =>
        Locked(() => _ratings.Set((rating.AnswerId, rating.AuthorId), rating), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> PassOnAsync(PassedOnQuestion question, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_passedOn.TryGet((question.AnswerId, question.AuthorId), out _))
            return false;
        _passedOn.Set((question.AnswerId, question.AuthorId), question);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Gap>> ReadGapsAsync(int maxCount, CancellationToken cancellationToken) => Locked<ImmutableArray<Gap>>(() =>
    {
        var byId = Answers().ToDictionary(answer => answer.Id);
        var unanswered = byId.Values.Where(answer => GapKinds.IsGap(answer.Turn.Answer.Abstained))
            .Select(answer => new Gap(GapKind.Unanswered, answer.Turn.Answer.Question, null, answer.At));
        var notUseful = _ratings.Values.Where(rating => !rating.Useful && byId.ContainsKey(rating.AnswerId))
            .Select(rating => new Gap(GapKind.NotUseful, byId[rating.AnswerId].Turn.Answer.Question, rating.Comment, rating.At));
        var passedOn = _passedOn.Values.Where(question => byId.ContainsKey(question.AnswerId))
            .Select(question => new Gap(GapKind.PassedOn, byId[question.AnswerId].Turn.Answer.Question, question.Comment, question.At));
        return [.. unanswered.Concat(notUseful).Concat(passedOn).OrderByDescending(gap => gap.At).Take(maxCount)];
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var (conversation, answers) in _conversations.Entries.ToList())
            _conversations.Set(conversation, answers.RemoveAll(answer => answer.At < before));
        _conversations.RemoveWhere(answers => answers.IsEmpty);
        _ratings.RemoveWhere(rating => rating.At < before);
        _passedOn.RemoveWhere(question => question.At < before);
    }, cancellationToken);

    private StoredAnswer? Find(string answerId) => Answers().FirstOrDefault(answer => answer.Id == answerId);

    private IEnumerable<StoredAnswer> Answers() => _conversations.Values.SelectMany(answers => answers);

    private ValueTask<T> Locked<T>(Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(read());
    }

    private ValueTask Locked(Action write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            write();
        return ValueTask.CompletedTask;
    }
}
