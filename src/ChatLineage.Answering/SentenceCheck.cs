using System.Collections.Immutable;

namespace ChatLineage.Answering;

/// <summary>The verdict on one sentence that was considered for an answer.</summary>
/// <param name="Text">The sentence, without citations; equal to <see cref="Sentence.Text"/> when it was said.</param>
/// <param name="Engine">Who worded it.</param>
/// <param name="Lines">The numbers, from 1, of the lines in <see cref="Working.Lines"/> that it cites (a draft) or rests on (the
/// composer).</param>
/// <param name="Withheld">Why it was not said; null when it was.</param>
public sealed record SentenceCheck(string Text, Engine Engine, ImmutableArray<int> Lines, string? Withheld);
