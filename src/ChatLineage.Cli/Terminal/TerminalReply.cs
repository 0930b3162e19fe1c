using ChatLineage.Chat.Platforms;

namespace ChatLineage.Cli.Terminal;

/// <summary>A reply in the terminal: what is new is written behind what stands there.</summary>
/// <param name="screen">Where it is written.</param>
/// <param name="ended">Called when nothing more will be written.</param>
internal sealed class TerminalReply(TerminalScreen screen, Action ended) : IPendingReply
{
    private const string SourceIndent = "    ";

    private readonly WrappedText _text = screen.NewText();
    private int _written;

    // One question at a time: there is never anybody ahead.
    public ValueTask WaitAsync(int ahead, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Append(reply.Body);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        Append(reply.Body);
        _text.EndLine();
        if (reply.Sources is { } sources)
        {
            _text.EndLine();
            screen.WriteFaint(sources, SourceIndent);
        }

        foreach (var more in reply.Continued)
            screen.WriteLines(more);
        screen.Flush();
        ended();
        return ValueTask.FromResult<string?>(null);
    }

    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        screen.HideBusy();
        if (_text.InLine)
            _text.EndLine();
        screen.Flush();
        screen.Notice("(stopped)");
        ended();
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
