using System.Threading.Channels;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform in memory, with the capabilities that a test gives it.</summary>
/// <param name="capabilities">What it can do.</param>
/// <param name="name">Its name.</param>
public sealed class FakePlatform(PlatformCapabilities capabilities, string name = "fake") : IChatPlatform
{
    private readonly Channel<IncomingMessage> _messages = Channel.CreateUnbounded<IncomingMessage>();
    private readonly Lock _lock = new();
    private readonly List<FakeReply> _replies = [];
    private readonly List<(string ChannelId, Reply Reply)> _posts = [];
    private IInbox? _inbox;
    private int _asked;

    /// <summary>A platform that edits Markdown, like most chat services.</summary>
    public FakePlatform()
        : this(new PlatformCapabilities
        {
            Dialect = Dialect.Markdown,
            Updating = Updating.Edit,
            MaxTextLength = 2000,
            MaxFileBytes = 1_000_000,
            Ephemeral = true,
            Channels = true,
            Buttons = true,
            CommandPrefix = "/",
        })
    {
    }

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities => capabilities;

    /// <summary>How many of the next replies cannot be delivered because the platform is away.</summary>
    public int Failures { get; set; }

    /// <summary>Why nothing can be posted to channels; null when it can.</summary>
    public Exception? PostRefusal { get; set; }

    /// <summary>The replies, in the order in which they were begun.</summary>
    public IReadOnlyList<FakeReply> Replies
    {
        get
        {
            lock (_lock)
                return [.. _replies];
        }
    }

    /// <summary>What was posted to channels.</summary>
    public IReadOnlyList<(string ChannelId, Reply Reply)> Posts => _posts;

    /// <summary>Somebody asks.</summary>
    public IncomingMessage Ask(string text, string conversation = "general") => Bring(Message(text, conversation));

    /// <summary>A message is delivered, perhaps not for the first time.</summary>
    public IncomingMessage Bring(IncomingMessage message)
    {
        _messages.Writer.TryWrite(message);
        return message;
    }

    /// <summary>A message that was not delivered yet.</summary>
    public IncomingMessage Message(string text, string conversation = "general")
    {
        var number = Interlocked.Increment(ref _asked);
        return new IncomingMessage($"m{number}", new ConversationKey(Name, conversation), "somebody", text, DateTimeOffset.UnixEpoch.AddSeconds(number));
    }

    /// <summary>A question is taken back.</summary>
    public void Withdraw(string messageId) => _inbox!.Withdraw(Name, messageId);

    /// <summary>Somebody presses a button of the reply that was finished last.</summary>
    public ValueTask<Reply> PressAsync(AnswerAction action, string? comment = null, string author = "somebody") => _inbox!.ActAsync(
        new IncomingAction("press", Name, author, action, Replies.Last(reply => reply.Finished is not null).Finished!.AnswerId ?? "", DateTimeOffset.UnixEpoch) { Comment = comment },
        CancellationToken.None);

    /// <summary>No more questions will come.</summary>
    public void Close() => _messages.Writer.Complete();

    /// <inheritdoc/>
    public async Task RunAsync(IInbox inbox, CancellationToken cancellationToken)
    {
        _inbox = inbox;
        await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken))
        {
            await inbox.ReceiveAsync(message, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken)
    {
        Assert.True(audience == Audience.Everybody || capabilities.Ephemeral, "a private reply was begun on a platform without any");
        var reply = new FakeReply(message.Id, audience, capabilities) { IsAway = Failures > 0 };
        Failures = Math.Max(0, Failures - 1);
        lock (_lock)
            _replies.Add(reply);
        return ValueTask.FromResult<IPendingReply>(reply);
    }

    /// <inheritdoc/>
    public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken)
    {
        if (!capabilities.Channels)
            throw new NotSupportedException("This platform has no channels.");
        FakeReply.AssertFits(reply, capabilities);
        if (PostRefusal is not null)
            throw PostRefusal;
        _posts.Add((channelId, reply));
        return ValueTask.CompletedTask;
    }
}
