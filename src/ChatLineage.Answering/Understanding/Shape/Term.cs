using ChatLineage.Answering.Understanding.Names;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>A word of a question, or an entity that it names.</summary>
/// <param name="Word">The folded word; null for an entity.</param>
/// <param name="Mention">The entity; null for a word.</param>
internal readonly record struct Term(string? Word, Mention? Mention);
