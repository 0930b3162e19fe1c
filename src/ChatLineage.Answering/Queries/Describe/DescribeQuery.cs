using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Describe;

/// <summary>What something is.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="IsBare">True when the question is nothing but its name.</param>
internal sealed record DescribeQuery(Entity Entity, bool IsBare = false) : Query
{
    public override string InWords => $"describe({Entity.Id})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };
}
