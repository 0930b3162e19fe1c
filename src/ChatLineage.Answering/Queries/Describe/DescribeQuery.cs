using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Describe;

/// <summary>What something is.</summary>
/// <param name="Entity">The entity.</param>
internal sealed record DescribeQuery(Entity Entity) : Query
{
    public override string InWords => $"describe({Entity.Id})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };
}
