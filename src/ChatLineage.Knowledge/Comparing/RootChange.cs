using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Comparing;

/// <summary>An entity whose ultimate bases changed, possibly because of a note far away.</summary>
/// <param name="Id">The entity.</param>
/// <param name="Before">The ids of its roots before, sorted.</param>
/// <param name="After">The ids of its roots after, sorted.</param>
public sealed record RootChange(string Id, ImmutableArray<string> Before, ImmutableArray<string> After);
