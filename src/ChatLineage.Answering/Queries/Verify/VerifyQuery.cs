using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Verify;

/// <summary>Whether a relation holds: «StableVicuna is a version of StableLM, right?»</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Predicates">The relations meant: any of them makes it true.</param>
/// <param name="Target">The object.</param>
/// <param name="Negated">True when the question denies the relation.</param>
/// <param name="Only">True when the question says that there is nothing else.</param>
internal sealed record VerifyQuery(Entity Subject, ImmutableArray<Predicate> Predicates, Entity Target, bool Negated, bool Only) : Query
{
    /// <summary>True when the question holds words that the relation does not account for: that it does not hold then denies
    /// nothing.</summary>
    public bool IsLoose { get; init; }

    /// <summary>True when no word of the question names the relation: «is Books3 in LLaMA».</summary>
    public bool IsImplied { get; init; }

    /// <summary>A second object that must hold as well: «by A and B»; null for none.</summary>
    public Entity? Also { get; init; }

    /// <summary>When the question says that it was; null where it says nothing of a time.</summary>
    public PartialDate? Claimed { get; init; }

    /// <summary>The words of the question: where the detail of a claim denies one, the question claims too much.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public override string InWords => $"verify({Subject.Id} {string.Join("|", Predicates.Select(predicate => predicate.Id))} {Target.Id})";
}
