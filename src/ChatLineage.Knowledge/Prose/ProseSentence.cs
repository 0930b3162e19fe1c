using System.Collections.Immutable;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Prose;

/// <summary>One sentence of a note's prose, with the sources that its footnotes name.</summary>
/// <param name="Text">The sentence as plain text, without footnotes and Markdown signs.</param>
/// <param name="Footnotes">The ids that its footnotes name, each with its place in the file; the sources may not exist.</param>
/// <param name="At">Where the sentence starts in the file.</param>
public sealed record ProseSentence(string Text, ImmutableArray<Located<string>> Footnotes, Position At)
{
    /// <summary>The ids of the sources, each once, in the order of the text.</summary>
    public ImmutableArray<string> SourceIds => [.. Footnotes.Select(footnote => footnote.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The line of the file on which the sentence starts, from 1.</summary>
    public int Line => At.Line;
}
