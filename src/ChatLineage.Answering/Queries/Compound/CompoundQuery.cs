using System.Collections.Immutable;

namespace ChatLineage.Answering.Queries.Compound;

/// <summary>Several questions in one: «tuned from what, and on whose traces?»</summary>
/// <param name="Parts">The questions: at least two.</param>
internal sealed record CompoundQuery(ImmutableArray<Query> Parts) : Query
{
    public override string InWords => string.Join(" + ", Parts.Select(part => part.InWords));
}
