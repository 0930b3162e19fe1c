namespace ChatLineage.Answering.Drafting;

/// <summary>A sentence of a model that never leaves.</summary>
/// <param name="Text">The sentence as it was written, citations included.</param>
/// <param name="Reason">Why it is withheld.</param>
public sealed record WithheldSentence(string Text, string Reason);
