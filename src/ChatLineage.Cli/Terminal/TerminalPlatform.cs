using System.Globalization;
using System.Runtime.CompilerServices;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Cli.Terminal;

/// <summary>The terminal as a place where somebody asks: one conversation, a line a question, lines with a slash are commands.</summary>
internal sealed class TerminalPlatform(TerminalScreen screen, TerminalCommands commands, Interrupts interrupts, TimeProvider time) : IChatPlatform
{
    private const string PlatformName = "terminal";

    private int _asked;
    private int _begun;

    /// <summary>The one conversation of a terminal.</summary>
    public static ConversationKey Conversation { get; } = new(PlatformName, "console");

    public string Name => PlatformName;

    public PlatformCapabilities Capabilities { get; } = new() { Dialect = Dialect.Plain, Updating = Updating.Append };

    public async IAsyncEnumerable<IncomingMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            screen.Prompt();
            interrupts.AwaitLine();
            var line = await screen.ReadLineAsync(cancellationToken);
            // On Windows Ctrl-C also ends the line, as if the input had ended.
            if (line is null && !(OperatingSystem.IsWindows() && interrupts.TakeWarning()))
                yield break;
            var text = (line ?? "").Trim();
            if (text.StartsWith('/'))
            {
                if (await commands.RunAsync(text, cancellationToken) == CommandOutcome.Leave)
                    yield break;
            }
            else if (text.Length > 0)
            {
                yield return Message(text);
                if (screen.Traits.Interactive)
                    screen.WriteLine();
            }
        }
    }

    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (_begun++ > 0 && !screen.Traits.Interactive)
            screen.WriteLine();
        screen.ShowBusy();
        return ValueTask.FromResult<IPendingReply>(new TerminalReply(screen));
    }

    private IncomingMessage Message(string text)
    {
        var id = (++_asked).ToString(CultureInfo.InvariantCulture);
        return new IncomingMessage(id, Conversation, Environment.UserName is { Length: > 0 } user ? user : "user", text, time.GetUtcNow())
        {
            Withdrawn = interrupts.BeginAnswer(),
        };
    }
}
