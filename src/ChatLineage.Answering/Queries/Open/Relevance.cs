using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>
/// How much a passage bears on a question: the share of the question's words of content that it holds, and whether it is about
/// the entity asked about. Search ranks; this decides whether the best is good enough to answer from.
/// </summary>
internal static class Relevance
{
    /// <summary>The score from which a passage can answer: higher where no entity ties it to the question.</summary>
    public static double Enough(OpenQuery query) => query.IsLastResort ? 0.84 : query.Entities.IsEmpty ? 0.72 : 0.55;

    /// <summary>The score from which a passage says what a yes-or-no question asks.</summary>
    public const double Certain = 0.8;

    public static double Of(SearchHit hit, OpenQuery query)
    {
        if (query.UnknownNames.Any(name => !Names(hit.Chunk.Text, name)))
            return 0;
        var covered = query.Words.IsEmpty ? 0 : query.Words.Count(word => Holds(hit.Chunk.Text, word)) / (double)query.Words.Length;
        var about = query.Entities.IsEmpty ? 0.5
            : hit.Chunk.Subject is { } subject && query.Entities.Contains(subject) ? 1
            : query.Words.Length > 1 && hit.Chunk.Mentioned.Any(query.Entities.Contains) ? 0.7 : -1;
        if (about < 0)
            return 0;
        var kind = hit.Chunk.Kind == ChunkKind.Prose ? 0.05 : 0;
        // A figure of a model on a benchmark is told by a passage that speaks of both.
        if (!query.AsksWhy && query.Entities.Any(entity => entity.Kind == EntityKind.Dataset) && query.Entities.Any(entity =>
            entity.Kind == EntityKind.Model && hit.Chunk.Subject != entity && !hit.Chunk.Mentioned.Contains(entity)))
            return 0;
        var score = (covered * 0.7) + (about * 0.3 * Math.Min(1, covered * 2.5)) + kind + (0.02 / hit.Rank);
        return query.AsksWhy ? score + Reason(hit.Chunk, query, covered) : score;
    }

    // Why is answered by a reason; one that joins all the things asked about needs none of the question's other words.
    private static double Reason(Chunk chunk, OpenQuery query, double covered)
    {
        var joins = query.Entities.Length > 1 && query.Entities.All(entity => entity == chunk.Subject || chunk.Mentioned.Contains(entity));
        if (!joins && query.Entities.Length > 0 && (chunk.Subject is null || !query.Entities.Contains(chunk.Subject)))
            return -1;
        if (!Reasons.Gives(chunk.Text) && chunk.Kind != ChunkKind.Conflict)
            return covered < (joins ? 0.4 : 0.6) ? -1 : 0;
        return joins ? 0.6 : 0.15;
    }

    private static bool Holds(string text, string word) =>
        char.IsAsciiDigit(word[0]) ? Tokenizer.Tokens(text).Any(token => token.Text == word) : Stem.Holds(text, word);

    // The whole name, as tokens: «llama7» does not stand in «Llama-70B».
    private static bool Names(string text, string name)
    {
        name = Tokenizer.Key(name);
        var tokens = Tokenizer.Tokens(text);
        for (var first = 0; first < tokens.Length; first++)
        {
            var key = "";
            for (var at = first; at < tokens.Length && key.Length < name.Length; at++)
                key += tokens[at].Text;
            if (key == name)
                return true;
        }

        return false;
    }
}
