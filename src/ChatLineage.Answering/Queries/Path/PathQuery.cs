using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Path;

/// <summary>How two entities are related.</summary>
/// <param name="Left">One of them.</param>
/// <param name="Right">The other.</param>
/// <param name="Common">True when the question asks what they have in common.</param>
/// <param name="YesNo">True when it asks whether they are related at all.</param>
/// <param name="BaseOnly">True when only a common base counts, not a common maker.</param>
internal sealed record PathQuery(Entity Left, Entity Right, bool Common, bool YesNo, bool BaseOnly) : Query
{
    public override string InWords => $"{(Common ? "common" : "path")}({Left.Id}, {Right.Id})";
}
