using System.Threading.Channels;

namespace ChatLineage.Cli.Tests.Terminal;

/// <summary>Lines that somebody types while the program waits.</summary>
internal sealed class TypedInput : TextReader
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Type(string line) => _lines.Writer.TryWrite(line);

    public override void Close() => _lines.Writer.TryComplete();

    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (await _lines.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_lines.Reader.TryRead(out var line))
                return line;
        }

        return null;
    }
}
