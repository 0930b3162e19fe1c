using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Access;
using ChatLineage.Chat.Limits;
using ChatLineage.Chat.Notes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Knowledge;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat.Dispatch;

/// <summary>
/// Takes what platforms bring, decides what is for the bot, has it answered with its conversation in mind, and sees to it that every
/// message that was taken gets one reply, also when the program is stopped in between.
/// </summary>
/// <remarks>Safe to use from several threads at once; <see cref="RunAsync"/> is called once.</remarks>
public sealed partial class Dispatcher : IInbox
{
    private static readonly TimeSpan Housekeeping = TimeSpan.FromDays(1);

    private readonly IChatStore _store;
    private readonly ChatOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly IReadOnlyDictionary<string, AccessOptions> _access;
    private readonly NoteTools? _notes;
    private readonly RateLimits _limits;
    private readonly TurnQueue _queue;
    private readonly Replier _replier;
    private readonly ActionResponder _actions;
    private readonly ConcurrentDictionary<(string Platform, string MessageId), RunningReply> _running = [];
    private Dictionary<string, IChatPlatform> _platforms = [];
    private CancellationTokenSource? _stopping;

    /// <summary>Makes a dispatcher.</summary>
    /// <param name="answerer">Answers questions.</param>
    /// <param name="store">Remembers.</param>
    /// <param name="options">How much is taken at once, and how long it is kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told what went wrong.</param>
    /// <param name="notes">The notes as they are now; null when texts cannot be checked and names not be suggested.</param>
    /// <param name="draw">Draws lineage; null when it cannot be drawn.</param>
    /// <param name="access">Where the bot answers, by the name of the platform; everywhere on platforms that are not named.</param>
    public Dispatcher(
        IAnswerer answerer,
        IChatStore store,
        ChatOptions options,
        TimeProvider time,
        ILogger<Dispatcher> logger,
        Func<KnowledgeBase>? notes = null,
        DrawLineage? draw = null,
        IReadOnlyDictionary<string, AccessOptions>? access = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _options = options;
        _time = time;
        _logger = logger;
        _access = access ?? new Dictionary<string, AccessOptions>();
        _notes = notes is null ? null : new NoteTools(notes);
        _limits = new RateLimits(options.Limits, time);
        _queue = new TurnQueue(options.Parallel, options.MaxWaiting);
        _replier = new Replier(new Responder(answerer, store, _notes, time), store, time, logger);
        _actions = new ActionResponder(store, _limits, _notes, draw, time, logger);
    }

    /// <summary>Answers everything that the platforms bring, until they bring no more, and what an earlier run owes.</summary>
    /// <param name="platforms">The platforms, each with a name of its own.</param>
    /// <param name="cancellationToken">Ends it: the platforms at once, answers that are being made after <see cref="ChatOptions.ShutdownGrace"/>.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="PlatformStoppedException">A platform refused for good. The others were served until they ended.</exception>
    public async Task RunAsync(IReadOnlyList<IChatPlatform> platforms, CancellationToken cancellationToken)
    {
        _platforms = platforms.ToDictionary(platform => platform.Name);
        using var stopping = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        _stopping = stopping;
        await using var stop = cancellationToken.Register(() => stopping.CancelAfter(_options.ShutdownGrace));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var housekeeping = ForgetOldAsync(ended.Token);
        try
        {
            await ResumeAsync(cancellationToken);
            await Task.WhenAll(platforms.Select(platform => ServeAsync(platform, cancellationToken)));
        }
        finally
        {
            await ended.CancelAsync();
            await housekeeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!_running.IsEmpty)
                await Task.WhenAll(_running.Values.Select(running => running.Ended));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var platform = _platforms[message.Conversation.Platform];
        var known = message.Trigger == Trigger.Thread && await _store.HasConversationAsync(message.Conversation, cancellationToken);
        var admission = new AccessPolicy(AccessOf(platform)).Decide(message, known);
        if (admission == Admission.NotForMe)
            return Receipt.Ignored;
        if (!await _store.TryReceiveAsync(message, cancellationToken))
            return Receipt.Duplicate;
        if (admission != Admission.Taken)
            return Start(platform, message, Notices.Refused(admission));
        var pace = _limits.Take(message);
        if (pace.Allowed)
            return Start(platform, message, null);
        // One polite word is enough, except where a platform keeps waiting for a reply.
        if (pace.First || message.Trigger == Trigger.Command)
            return Start(platform, message, Notices.SlowDown(pace));
        await _store.SettleAsync(platform.Name, message.Id, null, cancellationToken);
        return Receipt.Ignored;
    }

    /// <inheritdoc/>
    public void Withdraw(string platform, string messageId)
    {
        if (_running.TryGetValue((platform, messageId), out var running))
            running.Withdraw();
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryTakeAsync(IncomingAction action, CancellationToken cancellationToken) =>
        _store.TryNoteAsync(action.Platform, $"press/{action.Id}", action.ReceivedAt, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Reply> ActAsync(IncomingAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        var platform = _platforms[action.Platform];
        return _actions.ActAsync(action, platform, AccessOf(platform), cancellationToken);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Suggest(string typed, int maxCount) => _notes?.Suggestions.For(typed, maxCount) ?? [];

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Gap>> RecentGapsAsync(int maxCount, CancellationToken cancellationToken) => _store.ReadGapsAsync(maxCount, cancellationToken);

    private AccessOptions AccessOf(IChatPlatform platform) => _access.GetValueOrDefault(platform.Name) ?? new AccessOptions();

    // The place in the queue is taken before anything waits, so that questions are answered in the order in which they came.
    private Receipt Start(IChatPlatform platform, IncomingMessage message, string? notice)
    {
        var ticket = notice is null ? _queue.TryJoin(message.Conversation) : null;
        var running = new RunningReply(platform, message, ticket, notice ?? (ticket is null ? Notices.Busy(_options.MaxWaiting) : null), _stopping!.Token);
        _running[(platform.Name, message.Id)] = running;
        running.Start(_replier.RunAsync, () => _running.TryRemove((platform.Name, message.Id), out _));
        return Receipt.Accepted;
    }

    // What an earlier run took and did not answer. What is too old by now would only puzzle people.
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await _store.ReadUnsettledAsync(cancellationToken))
        {
            if (!_platforms.TryGetValue(message.Conversation.Platform, out var platform))
                continue;
            if (_time.GetUtcNow() - message.ReceivedAt <= _options.AnswerWithin)
                Start(platform, message, null);
            else
                await _store.SettleAsync(platform.Name, message.Id, null, cancellationToken);
        }
    }

    // A platform that refuses does not keep the others from serving, so it is told about at once. Of the only one, the end of the run tells.
    private async Task ServeAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        try
        {
            await platform.RunAsync(this, cancellationToken);
        }
        catch (Exception ended) when (ended is not OperationCanceledException)
        {
            if (_platforms.Count > 1)
                Ended(platform.Name, ended.Message);
            throw;
        }
    }

    private async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Housekeeping, _time);
        do
        {
            try
            {
                await _store.ForgetAsync(_time.GetUtcNow().AddDays(-_options.KeepDays), cancellationToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                NotForgotten(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Platform} has ended: {Reason}")]
    private partial void Ended(string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old conversations could not be forgotten; it is tried again tomorrow.")]
    private partial void NotForgotten(Exception exception);
}
