namespace ChatLineage.Answering.Checking.Documents;

/// <summary>Finds the line and column of a place in a text.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    public LineIndex(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                _starts.Add(at + 1);
        }
    }

    public TextPlace Place(int start, int end)
    {
        var found = _starts.BinarySearch(start);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPlace(line + 1, start - _starts[line] + 1, start, end - start);
    }
}
