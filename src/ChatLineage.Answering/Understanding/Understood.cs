using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Understanding;

/// <summary>What a question means.</summary>
/// <param name="Text">The question, self-contained and without orders.</param>
/// <param name="Shape">Its parts.</param>
/// <param name="Readings">All ways to understand it, the best first: at least one.</param>
internal sealed record Understood(string Text, QuestionShape Shape, IReadOnlyList<Reading> Readings)
{
    public Reading Best => Readings[0];
}
