using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>A why, a how or anything else that no other kind fits: answered from the passages that search finds.</summary>
/// <param name="Text">The question.</param>
/// <param name="Entities">The entities that it names.</param>
/// <param name="Words">Its words of content, which an answer must bear on.</param>
internal sealed record OpenQuery(string Text, ImmutableArray<Entity> Entities, ImmutableArray<string> Words) : Query
{
    /// <summary>Words written like names that the notes don't know.</summary>
    public ImmutableArray<string> UnknownNames { get; init; } = [];

    /// <summary>The headings of the sections that answer such a question; empty for any.</summary>
    public ImmutableArray<string?> Headings { get; init; } = [];

    /// <summary>The event that the question speaks of without naming it; null when it speaks of none.</summary>
    public Entity? Happening { get; init; }

    /// <summary>True when the question asks why: only a reason answers it.</summary>
    public bool AsksWhy { get; init; }

    /// <summary>True when the question asks why something was made at all.</summary>
    public bool AsksPurpose { get; init; }

    /// <summary>True when the question asks how something came to be so: a passage answers it better than what the event was.</summary>
    public bool AsksHow { get; init; }

    /// <summary>True when the question asks for a place, which no description of the thing tells.</summary>
    public bool AsksWhere { get; init; }

    /// <summary>True when the question wants yes or no.</summary>
    public bool IsYesNo { get; init; }

    /// <summary>True when the question asks for a relation, which no description answers.</summary>
    public bool AsksRelation { get; init; }

    /// <summary>True when the question asks what one thing is that no note is about.</summary>
    public bool IsDefinition { get; init; }

    /// <summary>True when a surer reading found nothing: a passage must then bear on nearly every word.</summary>
    public bool IsLastResort { get; init; }

    public override string InWords => $"open({string.Join(", ", Entities.Select(entity => entity.Id).Concat(Words))})";

    public override bool GivesReasons => true;
}
