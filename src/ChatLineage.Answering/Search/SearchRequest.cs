using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Search;

/// <summary>What to search for.</summary>
/// <param name="Text">The question, self-contained.</param>
/// <param name="Entities">The entities that it names; hits about them and their neighbours rank higher.</param>
/// <param name="Top">How many hits to return at most, at least 1.</param>
public sealed record SearchRequest(string Text, ImmutableArray<Entity> Entities, int Top);
