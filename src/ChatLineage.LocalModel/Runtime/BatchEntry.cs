namespace ChatLineage.LocalModel.Runtime;

/// <summary>One token of a decode step.</summary>
/// <param name="Token">The token.</param>
/// <param name="Position">Its place in its sequence, from 0.</param>
/// <param name="Sequence">The sequence.</param>
/// <param name="Sampled">Whether its row is sampled from, or embedded.</param>
internal readonly record struct BatchEntry(int Token, int Position, int Sequence, bool Sampled);
