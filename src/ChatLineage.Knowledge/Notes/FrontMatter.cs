namespace ChatLineage.Knowledge.Notes;

/// <summary>A note cut into its YAML and its prose.</summary>
/// <param name="Yaml">The text between the two <c>---</c> lines.</param>
/// <param name="Body">The text after the second one.</param>
/// <param name="BodyLine">The line of the file on which the body starts, from 1.</param>
internal sealed record FrontMatter(string Yaml, string Body, int BodyLine)
{
    /// <summary>Cuts a note. A byte order mark and Windows line ends are accepted.</summary>
    public static bool TrySplit(string text, out FrontMatter front)
    {
        front = new FrontMatter("", "", 1);
        text = text.TrimStart('\uFEFF');
        if (text.Contains('\r'))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return false;
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n---", StringComparison.Ordinal))
            end = text.Length - 4;
        if (end < 0)
            return false;
        var yaml = end > 4 ? text[4..(end + 1)] : "";
        var body = end + 5 <= text.Length ? text[(end + 5)..] : "";
        front = new FrontMatter(yaml, body, yaml.Count(sign => sign == '\n') + 3);
        return true;
    }
}
