using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Reads sizes that stand without a verb of measure: «Dolma is a corpus of three trillion tokens», «BLOOM, a 176B
/// model».</summary>
internal static class PlainSizes
{
    private const int Reach = 7;

    private static readonly string[] Units = ["parameter", "parameters", "token", "tokens", "pairs", "images", "examples", "instructions",
        "conversations", "gb", "tb", "hours", "languages", "prompts", "rows", "documents"];

    public static IEnumerable<Assertion> Read(ImmutableArray<Piece> pieces)
    {
        for (var at = 0; at + 1 < pieces.Length; at++)
        {
            if (pieces[at] is not { Possessive: false, Entity: { } subject } || !Grammar.IsThing(subject))
                continue;
            var next = pieces[at + 1];
            if (next.Before.Contains(',') ? next.Word is not ("a" or "an" or "the" or "with") : next.Word is not ("is" or "was"))
                continue;
            var found = pieces.Skip(at + 1).Take(Reach).TakeWhile((piece, i) => piece.Entity is null && piece.Date is null
                && !piece.BreaksBefore && !Grammar.IsDoubt(piece.Word) && !Grammar.IsNegation(piece.Word)
                && (i == 0 || !piece.Before.Contains(','))).ToList();
            if (found.Find(piece => piece.Quantity is not null) is { Quantity: { } first } && Units.Contains(first.Unit)
                && !found.TakeWhile(piece => piece.Quantity is null).Any(piece => piece.Word is "on" or "than" or "cost" or "costs"))
                yield return new SizeAssertion(pieces[at].Entities, first, "has");
        }
    }
}
