namespace ChatLineage.Answering.Grounding;

/// <summary>A relation that a line of evidence states.</summary>
/// <param name="Relation">The id of a predicate, or of a sense that is none.</param>
/// <param name="Subject">The number of its subject's name; -1 when it has no name.</param>
/// <param name="Object">The number of its object's name; -1 when there is none.</param>
/// <param name="IsNegative">True when the line denies it.</param>
/// <param name="Line">The index of the line.</param>
/// <param name="From">The first element of the line that belongs to it.</param>
/// <param name="To">The element behind the last one.</param>
internal sealed record Fact(string Relation, int Subject, int Object, bool IsNegative, int Line, int From, int To);
