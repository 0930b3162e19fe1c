using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform in memory, with the capabilities that a test gives it.</summary>
/// <param name="capabilities">What it can do.</param>
public sealed class FakePlatform(PlatformCapabilities capabilities) : IChatPlatform
{
    private readonly Channel<IncomingMessage> _messages = Channel.CreateUnbounded<IncomingMessage>();
    private readonly Dictionary<string, CancellationTokenSource> _withdrawals = [];
    private readonly List<FakeReply> _replies = [];

    /// <summary>A platform that edits Markdown, like most chat services.</summary>
    public FakePlatform()
        : this(new PlatformCapabilities { Dialect = Dialect.Markdown, Updating = Updating.Edit, MaxTextLength = 2000 })
    {
    }

    /// <inheritdoc/>
    public string Name => "fake";

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities => capabilities;

    /// <summary>The replies, in the order in which they were begun.</summary>
    public IReadOnlyList<FakeReply> Replies => _replies;

    /// <summary>Somebody asks.</summary>
    public IncomingMessage Ask(string text, string conversation = "general")
    {
        var number = _withdrawals.Count + 1;
        var withdrawal = new CancellationTokenSource();
        var message = new IncomingMessage($"m{number}", new ConversationKey(Name, conversation), "somebody", text, DateTimeOffset.UnixEpoch.AddSeconds(number))
        {
            Withdrawn = withdrawal.Token,
        };
        _withdrawals.Add(message.Id, withdrawal);
        _messages.Writer.TryWrite(message);
        return message;
    }

    /// <summary>The question whose reply was begun last is taken back.</summary>
    public void Withdraw() => _withdrawals[_replies[^1].MessageId].Cancel();

    /// <summary>No more questions will come.</summary>
    public void Close() => _messages.Writer.Complete();

    /// <inheritdoc/>
    public async IAsyncEnumerable<IncomingMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken))
        {
            yield return message;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var reply = new FakeReply(message.Id, capabilities);
        _replies.Add(reply);
        return ValueTask.FromResult<IPendingReply>(reply);
    }
}
