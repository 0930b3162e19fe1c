using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>What a phrase of a question asks for.</summary>
/// <param name="Topic">The thing asked for.</param>
/// <param name="Predicates">The relations meant; empty for topics that are no relation.</param>
/// <param name="Orientation">Where subject and object stand; only for relations.</param>
internal sealed record Cue(Topic Topic, ImmutableArray<Predicate> Predicates, Orientation Orientation);
