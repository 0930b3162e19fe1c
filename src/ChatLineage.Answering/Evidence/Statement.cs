using System.Collections.Immutable;

namespace ChatLineage.Answering.Evidence;

/// <summary>A sentence of the composer, with the evidence that it rests on.</summary>
/// <param name="Text">The sentence with its full stop and without citations.</param>
/// <param name="Lines">The lines of evidence that support it.</param>
public sealed record Statement(string Text, ImmutableArray<EvidenceLine> Lines)
{
    /// <summary>A statement that rests on the given lines.</summary>
    public static Statement Of(string text, params ReadOnlySpan<EvidenceLine> lines) => new(text, [.. lines]);
}
