using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Namesakes;

/// <summary>Which of several things of one name is meant.</summary>
/// <param name="Name">The name, as the question spells it.</param>
/// <param name="Entities">The things of that name: at least two, the best known first.</param>
internal sealed record NamesakesQuery(string Name, ImmutableArray<Entity> Entities) : Query
{
    public override string InWords => $"namesakes({string.Join(", ", Entities.Select(entity => entity.Id))})";
}
