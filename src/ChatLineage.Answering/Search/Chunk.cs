using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Search;

/// <summary>A unit of search: one sentence that stands on its own, with what it rests on.</summary>
/// <param name="Id">Unique in a snapshot and stable while the sentence stays the same.</param>
/// <param name="Kind">What it was made from.</param>
/// <param name="Subject">What it is mainly about; null for an assessment of a text.</param>
/// <param name="Heading">The heading of the section that it stands under; null when there is none.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">Who says so: at least one.</param>
/// <param name="Mentioned">Other entities that it relates to the subject.</param>
public sealed record Chunk(
    string Id, ChunkKind Kind, Entity? Subject, string? Heading, string Text, ImmutableArray<Source> Sources,
        ImmutableArray<Entity> Mentioned);
