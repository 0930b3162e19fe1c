using ChatLineage.Chat.Platforms;

namespace ChatLineage.Cli.Terminal;

/// <summary>A reply in the terminal: what is new is written behind what stands there.</summary>
internal sealed class TerminalReply(TerminalScreen screen) : IPendingReply
{
    private const string SourceIndent = "    ";

    private readonly WrappedText _text = screen.NewText();
    private int _written;

    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Append(reply.Body);
        return ValueTask.CompletedTask;
    }

    public ValueTask FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        Append(reply.Body);
        _text.EndLine();
        if (reply.Sources is { } sources)
        {
            _text.EndLine();
            screen.WriteFaint(sources, SourceIndent);
        }

        screen.Flush();
        return ValueTask.CompletedTask;
    }

    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        screen.HideBusy();
        if (_text.InLine)
            _text.EndLine();
        screen.Flush();
        screen.Notice("(stopped)");
        return ValueTask.CompletedTask;
    }

    private void Append(string body)
    {
        screen.HideBusy();
        _text.Write(body[_written..]);
        _written = body.Length;
        screen.Flush();
    }
}
