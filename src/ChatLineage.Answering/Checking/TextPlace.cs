namespace ChatLineage.Answering.Checking;

/// <summary>Where something stands in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="Offset">The number of characters before it.</param>
/// <param name="Length">Its length in characters.</param>
public readonly record struct TextPlace(int Line, int Column, int Offset, int Length);
