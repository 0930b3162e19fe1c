using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Ancestry;

/// <summary>What an entity comes from: its chain of bases, or only what it ultimately rests on.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="RootsOnly">True when the question asks for the end of the chain.</param>
internal sealed record AncestryQuery(Entity Entity, bool RootsOnly) : Query
{
    public override string InWords => $"{(RootsOnly ? "roots" : "ancestors")}({Entity.Id})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };
}
