namespace ChatLineage.Cli.Terminal;

/// <summary>Reads lines and writes text, notices apart from answers, as far as the terminal can show it.</summary>
/// <param name="input">What is typed or piped in.</param>
/// <param name="output">Answers.</param>
/// <param name="notices">Everything that is no answer.</param>
/// <param name="traits">What the terminal can do.</param>
internal sealed class TerminalScreen(TextReader input, TextWriter output, TextWriter notices, TerminalTraits traits)
{
    private const string Reset = "\u001b[0m";
    private const string Bold = "\u001b[1m";
    private const string Faint = "\u001b[2m";
    private const string EraseLine = "\r\u001b[2K";

    private bool _hasNote;

    /// <summary>The console of this process.</summary>
    public static TerminalScreen OfConsole() => new(Console.In, Console.Out, Console.Error, TerminalTraits.Detect());

    /// <summary>What the terminal can do.</summary>
    public TerminalTraits Traits => traits;

    /// <summary>Text that grows on the output.</summary>
    public WrappedText NewText() => new(output, traits.Width);

    /// <summary>Shows the prompt to a person; a pipe needs none.</summary>
    public void Prompt()
    {
        if (traits.Interactive)
            output.Write(Styled(Bold, "> "));
        output.Flush();
    }

    /// <summary>Reads the next line; null at the end of the input.</summary>
    public ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => input.ReadLineAsync(cancellationToken);

    /// <summary>Writes lines to the output, wrapped.</summary>
    public void WriteLines(string text, string indent = "")
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            NewText().WriteLine(line, indent);
        output.Flush();
    }

    /// <summary>Writes text for programs: as it is, never wrapped.</summary>
    public void WriteData(string text) => output.WriteLine(text);

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => output.WriteLine();

    /// <summary>Writes lines that step back behind the answer: sources, hints.</summary>
    public void WriteFaint(string text, string indent = "")
    {
        if (traits.Colour)
            output.Write(Faint);
        WriteLines(text, indent);
        if (traits.Colour)
            output.Write(Reset);
        output.Flush();
    }

    /// <summary>Tells something that is no answer.</summary>
    public void Notice(string text)
    {
        notices.WriteLine(text);
        notices.Flush();
    }

    /// <summary>Shows that work goes on, until the next text; only where it can be taken away again.</summary>
    public void ShowBusy()
    {
        if (!traits.Interactive || !traits.Colour)
            return;
        output.Write(Styled(Faint, "…"));
        output.Flush();
        _hasNote = true;
    }

    /// <summary>Takes away what <see cref="ShowBusy"/> showed.</summary>
    public void HideBusy()
    {
        if (_hasNote)
            output.Write(EraseLine);
        _hasNote = false;
    }

    /// <summary>Sends everything on its way.</summary>
    public void Flush() => output.Flush();

    private string Styled(string style, string text) => traits.Colour ? style + text + Reset : text;
}
