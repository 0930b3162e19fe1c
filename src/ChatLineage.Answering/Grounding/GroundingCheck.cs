using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Grounding;

/// <summary>
/// Judges sentences against numbered lines of evidence, one at a time: each relation that a sentence states must be stated by a
/// line that it cites, in that direction and with that date, and every other name, number and word must stand there as well.
/// </summary>
/// <remarks>
/// Immutable once made, pure and safe from any number of threads. Reads the evidence once; make one a question. It errs towards
/// withholding: a true sentence in words that it cannot read is not supported.
/// </remarks>
public sealed class GroundingCheck
{
    private readonly EvidenceSet _evidence;
    private readonly QuestionReading _question;

    /// <summary>Makes a check over evidence.</summary>
    /// <param name="evidence">The lines; the first has number 1.</param>
    /// <param name="question">The question, self-contained. It tells what a pronoun means; names that only it has prove nothing.</param>
    public GroundingCheck(IReadOnlyList<EvidenceLine> evidence, string question)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(question);
        _evidence = new EvidenceSet(evidence);
        _question = new QuestionReading(_evidence, question);
    }

    /// <summary>Judges a sentence with its citations: <c>StableVicuna is a tune of Vicuna [1].</c></summary>
    public GroundingVerdict Judge(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var cited = CitedText.Parse(sentence);
        if (cited.Lines.IsEmpty)
            return GroundingVerdict.No("it cites nothing");
        if (cited.Lines.Any(line => line < 1 || line > _evidence.Lines.Length))
            return GroundingVerdict.No("it cites a line that does not exist");
        return new SentenceJudge(_evidence, [.. cited.Lines.Select(line => line - 1)], _question, cited.Text).Judge();
    }
}
