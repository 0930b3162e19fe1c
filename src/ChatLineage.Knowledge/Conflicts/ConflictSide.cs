using System.Collections.Immutable;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Conflicts;

/// <summary>One of the values that sources give for the same thing.</summary>
/// <param name="Value">The value as the notes write it: a date, an id of an entity, a size or a short phrase.</param>
/// <param name="Sources">Who gives it.</param>
public sealed record ConflictSide(string Value, ImmutableArray<Source> Sources);
