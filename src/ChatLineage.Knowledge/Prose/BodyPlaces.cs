using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Prose;

/// <summary>Turns an offset in a note's body into a place in its file.</summary>
internal sealed class BodyPlaces
{
    private readonly List<int> _lineStarts = [0];
    private readonly int _firstLine;

    public BodyPlaces(string body, int firstLine)
    {
        _firstLine = firstLine;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\n')
                _lineStarts.Add(i + 1);
        }
    }

    public Position At(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new Position(_firstLine + line, offset - _lineStarts[line] + 1);
    }
}
