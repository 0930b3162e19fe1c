using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>One way to name an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Rank">How good a name it is, lower is better: 0 its name, 1 an alias, 2 its name without a bracket, 3 a shortened form, 4 a
/// first name or a surname alone, 5 the name of a family of versions.</param>
/// <param name="Spelling">The name as the notes spell it.</param>
internal sealed record NameEntry(Entity Entity, int Rank, string Spelling);
