using System.Text.RegularExpressions;

namespace ChatLineage.Cli.Terminal;

/// <summary>Writes text that grows, breaking lines between words so that none is wider than the terminal.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">The columns; null to break no line.</param>
internal sealed partial class WrappedText(TextWriter output, int? width)
{
    private int _column;
    private bool _atStart = true;
    private string _indent = "";

    /// <summary>True when something stands on the line that is being written.</summary>
    public bool InLine => _column > 0;

    /// <summary>Writes text on from where the last one ended; spaces at its start part it from that.</summary>
    public void Write(string text)
    {
        // A citation stays with the word that it proves.
        foreach (var word in CitationGap().Replace(text, "\u00A0").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            WriteWord(word.Replace('\u00A0', ' '));
    }

    /// <summary>Writes text as a line, or several, of its own.</summary>
    /// <param name="text">The text, without line breaks.</param>
    /// <param name="indent">Put before every line after the first.</param>
    public void WriteLine(string text, string indent = "")
    {
        if (InLine)
            EndLine();
        var start = text.Length - text.TrimStart(' ').Length;
        output.Write(text.AsSpan(0, start));
        _column = start;
        _indent = indent;
        Write(text[start..]);
        EndLine();
        _indent = "";
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        output.WriteLine();
        _column = 0;
        _atStart = true;
    }

    private void WriteWord(string word)
    {
        if (!_atStart && width is { } columns && _column + 1 + word.Length > columns)
        {
            output.WriteLine();
            output.Write(_indent);
            _column = _indent.Length;
        }
        else if (!_atStart)
        {
            output.Write(' ');
            _column++;
        }

        output.Write(word);
        _column += word.Length;
        _atStart = false;
    }

    [GeneratedRegex(@"(?<=\S) (?=\[[0-9]{1,3}\])")]
    private static partial Regex CitationGap();
}
