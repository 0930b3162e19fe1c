using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Lint;

/// <summary>Something that is wrong with the notes.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Path">The file, relative to the knowledge folder, with forward slashes.</param>
/// <param name="At">Where in the file.</param>
/// <param name="Message">What is wrong, with the offending value.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record Finding(Rule Rule, string Path, Position At, string Message, string Fix)
{
    /// <summary>The offending value as the file writes it; null when no single value offends.</summary>
    public string? Value { get; init; }
}
