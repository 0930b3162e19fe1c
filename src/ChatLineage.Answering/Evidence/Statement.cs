using System.Collections.Immutable;

namespace ChatLineage.Answering.Evidence;

/// <summary>A sentence of the composer, with the evidence that it rests on.</summary>
/// <param name="Text">The sentence with its full stop and without citations.</param>
/// <param name="Lines">The lines of evidence that support it.</param>
public sealed record Statement(string Text, ImmutableArray<EvidenceLine> Lines)
{
    /// <summary>A statement that rests on the given lines.</summary>
    public static Statement Of(string text, params ReadOnlySpan<EvidenceLine> lines) => new(text, [.. lines]);

    /// <summary>
    /// A statement that the program worked out of lines: a count, an order, that nothing else is recorded. What it worked out is a line
    /// of evidence of its own, resting on the same claims, so that a reader, a model and the grounding check see it in plain English.
    /// </summary>
    /// <param name="opening">Yes, no or nothing: «No. », which answers the question and is no part of the finding.</param>
    /// <param name="finding">The finding, a complete sentence.</param>
    /// <param name="lines">What it was worked out of: at least one line.</param>
    public static Statement WorkedOut(string opening, string finding, params ReadOnlySpan<EvidenceLine> lines)
    {
        var proofs = lines.ToImmutableArray();
        var sources = proofs.Select(line => line.Sources[0]).Concat(proofs.SelectMany(line => line.Sources.Skip(1))).Distinct();
        var found = new EvidenceLine(finding, [.. sources], [.. proofs.SelectMany(line => line.Claims).Distinct()]);
        return new Statement(opening + finding, proofs.Length == 1 ? [found] : [found, .. proofs]);
    }
}
