using System.Collections.Frozen;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Grounding;

/// <summary>What a wording can mean: the ids of the predicates that prove it, the plainest first.</summary>
/// <param name="Primary">What the wording means where evidence uses it.</param>
/// <param name="Provers">The ids of the facts that prove a sentence which uses it; includes <paramref name="Primary"/>.</param>
/// <param name="FollowsChains">True when several steps of lineage prove it as well: «goes back to».</param>
/// <param name="FromObject">True when the relation's object stands on the left: «O released S».</param>
internal sealed record Sense(string Primary, FrozenSet<string> Provers, bool FollowsChains = false, bool FromObject = false)
{
    /// <summary>Proven by the predicates themselves.</summary>
    public static Sense Of(params Predicate[] predicates) =>
        new(predicates[0].Id, predicates.Select(predicate => predicate.Id).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>A relation that is no predicate of the notes: proven by evidence that words it so, and by the predicates given.</summary>
    public static Sense Named(string id, params Predicate[] also) =>
        new(id, also.Select(predicate => predicate.Id).Append(id).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The same, and also proven by another relation.</summary>
    public Sense With(string prover) => this with { Provers = Provers.Append(prover).ToFrozenSet(StringComparer.Ordinal) };

    /// <summary>The same, and also proven by a chain.</summary>
    public Sense Chained() => this with { FollowsChains = true };

    /// <summary>The same, seen from the other side.</summary>
    public Sense Turned() => this with { FromObject = !FromObject };
}
