using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Checking;

/// <summary>One statement of lineage in a text, and what the notes say about it.</summary>
public sealed record CheckedStatement
{
    /// <summary>Where the sentence stands.</summary>
    public required TextPlace Place { get; init; }

    /// <summary>The sentence, without markup.</summary>
    public required string Sentence { get; init; }

    /// <summary>The statement, self-contained: <c>Codex is built on GPT-2</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>What it is about; null when it is about no single entity.</summary>
    public Entity? Subject { get; init; }

    /// <summary>The relation or property stated: an id of a predicate, <c>date</c>, <c>size</c>, <c>event</c>, <c>openness</c> or
    /// <c>text</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>What is stated of it: the id of an entity, a date in ISO form without the year where the text gives none, or a number with
    /// its unit.</summary>
    public string? Value { get; init; }

    /// <summary>What the notes say.</summary>
    public required StatementVerdict Verdict { get; init; }

    /// <summary>True when a supported statement leaves something out that the notes record.</summary>
    public bool InPart { get; init; }

    /// <summary>What holds according to the notes: the proof, the correction, or the nearest thing recorded; empty when there is
    /// none.</summary>
    public string Holds { get; init; } = "";

    /// <summary>What <see cref="Holds"/> rests on, most trusted first.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];
}
