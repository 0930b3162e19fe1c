using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Claims;

/// <summary>A relation between a subject and an object, out of the closed set in <see cref="Predicates"/>.</summary>
/// <remarks>Immutable; compared by reference, since there is one instance of each.</remarks>
public sealed class Predicate
{
    /// <summary>The word that notes use: <c>fine_tuned_from</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it means for lineage.</summary>
    public required LineageRole Role { get; init; }

    /// <summary>The verb phrase from subject to object: <c>is fine-tuned from</c>.</summary>
    public required string Phrase { get; init; }

    /// <summary>The verb phrase from object to subject: <c>was fine-tuned into</c>.</summary>
    public required string Inverse { get; init; }

    /// <summary>The verb phrase when the statement is denied: <c>is not fine-tuned from</c>.</summary>
    public required string Denial { get; init; }

    /// <summary>What one calls the subjects of one object: «the fine-tunes of X».</summary>
    public required string SubjectsNoun { get; init; }

    /// <summary>The kinds of object that it takes; empty when it takes any.</summary>
    public ImmutableArray<EntityKind> ObjectKinds { get; init; } = [];

    /// <summary>True when it takes an object of the kind.</summary>
    public bool Takes(EntityKind kind) => ObjectKinds.IsEmpty || ObjectKinds.Contains(kind);

    /// <summary>True when restrictions on the object's licence also bind the subject.</summary>
    public bool PassesTerms { get; init; }

    /// <summary>True when a claim's date is the day of the relation itself («released on …») and belongs into the sentence.</summary>
    public bool Dated { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
