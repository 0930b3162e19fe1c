namespace ChatLineage.Knowledge.Drafting;

/// <summary>A card cannot be had or read; the message names it and the next step.</summary>
public sealed class CardException(string message, Exception? innerException = null) : Exception(message, innerException);
