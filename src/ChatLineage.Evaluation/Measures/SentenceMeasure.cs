namespace ChatLineage.Evaluation.Measures;

/// <summary>What is measured of one sentence of an answer.</summary>
/// <param name="Text">The sentence, without citations.</param>
/// <param name="Cited">True when it cites something.</param>
/// <param name="CitesItsEvidence">True when every source that it cites is a source of a line of evidence that it rests on.</param>
/// <param name="Unsupported">Why the grounding check finds that its evidence does not support it; null when it does, and for a sentence
/// that cites nothing.</param>
public sealed record SentenceMeasure(string Text, bool Cited, bool CitesItsEvidence, string? Unsupported)
{
    /// <summary>True for a remark in brackets, which states no fact: «(Not legal advice.)».</summary>
    public bool IsRemark => Text.StartsWith('(') && Text.EndsWith(')');
}
