namespace ChatLineage.Knowledge.Reports;

/// <summary>Writes text in lines no longer than the terminal is wide, broken at spaces.</summary>
internal sealed class WrappedLines(TextWriter output, int columns)
{
    public void Line(string text = "", string indent = "", string? hanging = null)
    {
        var prefix = indent;
        var rest = text.AsSpan();
        while (prefix.Length + rest.Length > columns)
        {
            var room = Math.Max(1, columns - prefix.Length);
            var cut = rest[..Math.Min(room + 1, rest.Length)].LastIndexOf(' ');
            if (cut <= 0)
                cut = rest.IndexOf(' ');
            if (cut <= 0)
                break;
            output.Write(prefix);
            output.WriteLine(rest[..cut].TrimEnd());
            rest = rest[(cut + 1)..].TrimStart();
            prefix = hanging ?? indent;
        }

        output.Write(rest.IsEmpty ? "" : prefix);
        output.WriteLine(rest);
    }
}
