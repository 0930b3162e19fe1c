using System.Collections.Immutable;
using ChatLineage.Answering.Queries.Facts;

namespace ChatLineage.Answering.Queries.Members;

/// <summary>Which, or how many, things fulfil conditions: «how many models has Moonshot AI put out».</summary>
/// <param name="Filter">The conditions.</param>
/// <param name="Count">True when the question asks how many.</param>
/// <param name="Hints">Words that can single out some of the members.</param>
internal sealed record MembersQuery(Filter Filter, bool Count, ImmutableArray<string> Hints) : Query
{
    /// <summary>The family whose members are asked for; null for those of any name.</summary>
    public Family? Family { get; init; }

    public override string InWords => $"set({(Family is { } family ? family.Name + " " : "")}{Filter.Kind?.ToString().ToLowerInvariant() ?? "any"}{Filter.InWords()})";
}
