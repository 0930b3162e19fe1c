using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Grounding;

/// <summary>Judges sentences against numbered lines of evidence, one at a time.</summary>
/// <remarks>Immutable once made, pure and safe from any number of threads. Reads the evidence once; make one a question.</remarks>
public sealed class GroundingCheck
{
    private readonly IReadOnlyList<EvidenceLine> _evidence;

    /// <summary>Makes a check over evidence.</summary>
    /// <param name="evidence">The lines; the first has number 1.</param>
    /// <param name="question">The question, self-contained.</param>
    public GroundingCheck(IReadOnlyList<EvidenceLine> evidence, string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        _evidence = evidence;
    }

    /// <summary>Judges a sentence with its citations: <c>StableVicuna is a tune of Vicuna [1].</c></summary>
    public GroundingVerdict Judge(string sentence)
    {
        var cited = CitedText.Parse(sentence);
        if (cited.Lines.IsEmpty)
            return GroundingVerdict.No("it cites nothing");
        if (cited.Lines.Any(line => line < 1 || line > _evidence.Count))
            return GroundingVerdict.No("it cites a line that does not exist");
        var lines = string.Join(' ', cited.Lines.Select(line => _evidence[line - 1].Text));
        var missing = cited.Text.TrimEnd('.').Split(' ').Skip(1).Select(word => word.Trim(',', '(', ')'))
            .FirstOrDefault(word => word.Any(sign => char.IsUpper(sign) || char.IsDigit(sign)) && !lines.Contains(word, StringComparison.OrdinalIgnoreCase));
        return missing is null ? GroundingVerdict.Yes : GroundingVerdict.No($"'{missing}' does not stand in what it cites");
    }
}
