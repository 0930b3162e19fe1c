namespace ChatLineage.Answering.Search;

/// <summary>A chunk that search found.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Score">The fused score; higher is better, comparable within one search only.</param>
/// <param name="Rank">The place in the result, from 1.</param>
/// <param name="Explanation">How the score came about: the rank in each signal.</param>
public sealed record SearchHit(Chunk Chunk, double Score, int Rank, string Explanation);
