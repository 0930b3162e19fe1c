using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Dispute;

/// <summary>Whether and how sources disagree about an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Conflict">The disagreement meant; null when none is recorded.</param>
/// <param name="AsksWhetherTheyAgree">True for «do sources agree».</param>
/// <param name="Holds">For yes or no: whether the side that the question states is the better one; null where it states none.</param>
internal sealed record DisputeQuery(Entity Entity, Conflict? Conflict, bool AsksWhetherTheyAgree, bool? Holds) : Query
{
    /// <summary>True when yes would mean that they differ: «is it disputed» and not «do they agree».</summary>
    public bool AsksWhetherTheyDiffer { get; init; }

    public override string InWords =>
        $"conflict({Entity.Id}{(Conflict is null ? "" : $", {Conflict.Predicate.Id}{(Conflict.Aspect is null ? "" : " " + Conflict.Aspect)}")})";

    public override bool GivesReasons => true;
}
