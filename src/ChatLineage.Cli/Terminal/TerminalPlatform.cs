using System.Globalization;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Cli.Terminal;

/// <summary>The terminal as a place where somebody asks: one conversation, a line a question, lines with a slash are commands.</summary>
internal sealed class TerminalPlatform(TerminalScreen screen, TerminalCommands commands, Interrupts interrupts, TimeProvider time) : IChatPlatform
{
    private const string PlatformName = "terminal";

    private int _asked;
    private int _begun;
    private TaskCompletionSource _ended = new();

    /// <summary>The one conversation of a terminal.</summary>
    public static ConversationKey Conversation { get; } = new(PlatformName, "console");

    /// <summary>What every terminal can do: show text that grows.</summary>
    public static PlatformCapabilities Abilities { get; } = new() { Dialect = Dialect.Plain, Updating = Updating.Append };

    public string Name => PlatformName;

    public PlatformCapabilities Capabilities => Abilities;

    public async Task RunAsync(IInbox inbox, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            screen.Prompt();
            interrupts.AwaitLine();
            var line = await screen.ReadLineAsync(cancellationToken);
            // On Windows Ctrl-C also ends the line, as if the input had ended.
            if (line is null && !(OperatingSystem.IsWindows() && interrupts.TakeWarning()))
                return;
            var text = (line ?? "").Trim();
            if (text.StartsWith('/'))
            {
                if (await commands.RunAsync(text, cancellationToken) == CommandOutcome.Leave)
                    return;
            }
            else if (text.Length > 0)
            {
                await AskAsync(inbox, text, cancellationToken);
                if (screen.Traits.Interactive)
                    screen.WriteLine();
            }
        }
    }

    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken)
    {
        if (_begun++ > 0 && !screen.Traits.Interactive)
            screen.WriteLine();
        screen.ShowBusy();
        var ended = _ended;
        return ValueTask.FromResult<IPendingReply>(new TerminalReply(screen, () => ended.TrySetResult()));
    }

    public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A terminal has no channels.");

    // The next line is read when the answer stands, as people expect of a terminal.
    private async Task AskAsync(IInbox inbox, string text, CancellationToken cancellationToken)
    {
        var id = (++_asked).ToString(CultureInfo.InvariantCulture);
        var author = Environment.UserName is { Length: > 0 } user ? user : "user";
        _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = interrupts.BeginAnswer().Register(() => inbox.Withdraw(PlatformName, id));
        if (await inbox.ReceiveAsync(new IncomingMessage(id, Conversation, author, text, time.GetUtcNow()), cancellationToken) == Receipt.Accepted)
            await _ended.Task.WaitAsync(cancellationToken);
    }
}
