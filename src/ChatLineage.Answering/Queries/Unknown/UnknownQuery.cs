using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Unknown;

/// <summary>Something about an entity that notes of this kind never hold: a salary, a price, an opinion.</summary>
/// <param name="Entity">The entity.</param>
internal sealed record UnknownQuery(Entity Entity) : Query
{
    public override string InWords => $"unknown({Entity.Id})";

    public override bool GivesReasons => true;
}
