namespace ChatLineage.Answering.Checking.Documents;

/// <summary>A sentence of a text.</summary>
/// <param name="Text">Its words, with single spaces and without markup.</param>
/// <param name="Place">Where it stands in the original text.</param>
internal sealed record DocumentSentence(string Text, TextPlace Place);
