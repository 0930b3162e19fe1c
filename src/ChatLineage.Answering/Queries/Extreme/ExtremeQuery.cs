using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Extreme;

/// <summary>The newest, oldest, biggest or smallest of a family.</summary>
/// <param name="Family">Any member of the family, or the family itself.</param>
/// <param name="BySize">True for biggest and smallest, false for newest and oldest.</param>
/// <param name="Most">True for newest and biggest.</param>
internal sealed record ExtremeQuery(Entity Family, bool BySize, bool Most) : Query
{
    /// <summary>The kind of thing, where the family is what an organisation or a person made.</summary>
    public EntityKind Kind { get; init; } = EntityKind.Model;

    /// <summary>How the question calls the family, where that is only the beginning of its members' names: «phi»; null otherwise.</summary>
    public string? Called { get; init; }

    public override string InWords => $"extreme({Family.Id}, {(BySize ? "size" : "date")}, {(Most ? "most" : "least")})";

    public override Query? About(Entity namesake) => this with { Family = namesake };
}
