using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Under which terms something stands, and what that means for commercial use.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Commercial">True when the question asks whether it may be used commercially.</param>
/// <param name="Inherited">True when the question asks what passes on from bases.</param>
/// <param name="Claimed">A licence that the question claims; null when it claims none.</param>
/// <param name="YesNo">True when the question wants yes or no.</param>
/// <param name="Every">True when all recorded licences are asked for: those of code and weights, those of earlier times.</param>
/// <param name="ClaimsNoMore">True when the question claims that nothing else binds: «so no strings attached».</param>
internal sealed record LicenceQuery(Entity Entity, bool Commercial, bool Inherited, Entity? Claimed, bool YesNo, bool ClaimsNoMore = false,
    bool Every = false) : Query
{
    /// <summary>True when the question asks what held once: «was X under L».</summary>
    public bool InThePast { get; init; }

    /// <summary>True for «was it always that»: whether the licence ever changed.</summary>
    public bool AsksWhetherAlways { get; init; }

    /// <summary>Other words of the question: where the detail of a licence holds one, that is the licence asked for.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    public override string InWords =>
        $"licence({Entity.Id}{(Commercial ? ", commercial use" : "")}{(Inherited ? ", inherited" : "")}{(Claimed is null ? "" : ", claimed " + Claimed.Id)})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };

    public override bool GivesReasons => !Every;
}
