using System.Collections.Immutable;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Words of a question that single out some members of a list: «which 180B model», «the text encoder».</summary>
internal static class Hints
{
    private const int MinLength = 3;

    /// <summary>True when a name, a size or a detail of the fact holds one of the words.</summary>
    public static bool Fit(Fact fact, ImmutableArray<string> hints) => hints.Any(hint => hint.Length >= MinLength && (
        Holds(fact.Subject.Name, hint) || Holds(fact.Subject.Size, hint) || fact.Claims.Any(claim => Holds(claim.Detail, hint))));

    private static bool Holds(string? text, string hint) => text is not null && Stem.Holds(text, hint);
}
