using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>Two entities side by side, each difference with the claims that prove it.</summary>
/// <param name="Left">One entity.</param>
/// <param name="Right">The other.</param>
/// <param name="SharedAncestors">What both come from, nearest to both first.</param>
/// <param name="OnlyLeft">The standing claims about the left one whose relation and object the right one lacks.</param>
/// <param name="OnlyRight">The standing claims about the right one whose relation and object the left one lacks.</param>
/// <param name="Both">The standing claims about the left one that hold of the right one too.</param>
public sealed record Comparison(
    Entity Left,
    Entity Right,
    ImmutableArray<(LineageStep Left, LineageStep Right)> SharedAncestors,
    ImmutableArray<Claim> OnlyLeft,
    ImmutableArray<Claim> OnlyRight,
    ImmutableArray<Claim> Both)
{
    /// <summary>Compares two entities.</summary>
    /// <remarks>A pure function over an immutable snapshot; safe from any number of threads.</remarks>
    public static Comparison Of(KnowledgeBase knowledge, Entity left, Entity right)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var lefts = Standing(knowledge, left);
        var rights = Standing(knowledge, right);
        var leftKeys = lefts.Select(Key).ToHashSet();
        var rightKeys = rights.Select(Key).ToHashSet();
        return new Comparison(
            left,
            right,
            knowledge.Graph.CommonAncestors(left, right),
            [.. lefts.Where(claim => !rightKeys.Contains(Key(claim)))],
            [.. rights.Where(claim => !leftKeys.Contains(Key(claim)))],
            [.. lefts.Where(claim => rightKeys.Contains(Key(claim)))]);
    }

    private static List<Claim> Standing(KnowledgeBase knowledge, Entity entity) =>
        [.. knowledge.ClaimsFrom(entity).Where(claim => claim.Stands)];

    private static (Predicate Predicate, Entity Object) Key(Claim claim) => (claim.Predicate, claim.Object);
}
