using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>
/// How much a passage bears on a question: the share of the question's words of content that it holds, and whether it is about
/// the entity asked about. Search ranks; this decides whether the best is good enough to answer from.
/// </summary>
internal static class Relevance
{
    /// <summary>The score from which a passage can answer.</summary>
    public const double Enough = 0.5;

    public static double Of(SearchHit hit, OpenQuery query)
    {
        var stems = Tokenizer.Tokens(hit.Chunk.Text + " " + hit.Chunk.Heading).Select(token => Stem(token.Text)).ToHashSet(StringComparer.Ordinal);
        var words = query.Words.Select(Stem).Distinct().ToList();
        var covered = words.Count == 0 ? 0.5 : words.Count(stems.Contains) / (double)words.Count;
        var about = query.Entities.IsEmpty ? 0.5
            : hit.Chunk.Subject is { } subject && query.Entities.Contains(subject) ? 1
            : hit.Chunk.Mentioned.Any(query.Entities.Contains) ? 0.7 : 0;
        var kind = hit.Chunk.Kind == ChunkKind.Prose ? 0.05 : 0;
        return (covered * 0.7) + (about * 0.3 * Math.Min(1, covered * 2.5)) + kind + (0.02 / hit.Rank);
    }

    // Enough of a stem to match «released» with «release»: the text search has a proper one.
    private static string Stem(string word)
    {
        foreach (var ending in new[] { "ations", "ation", "ings", "ing", "ies", "ed", "es", "s" })
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length].TrimEnd('e');
        }

        return word.TrimEnd('e');
    }
}
