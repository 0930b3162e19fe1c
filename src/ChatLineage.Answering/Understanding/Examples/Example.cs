namespace ChatLineage.Answering.Understanding.Examples;

/// <summary>An unusual way to ask, and the plain way that means the same.</summary>
/// <param name="Asked">The question with X and Y for what it names.</param>
/// <param name="Plain">The plain question; null for what notes never answer.</param>
internal sealed record Example(string Asked, string? Plain);
