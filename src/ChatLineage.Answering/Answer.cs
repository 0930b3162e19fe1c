using System.Collections.Immutable;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering;

/// <summary>What the bot says, and everything that it rests on.</summary>
/// <remarks>Immutable. Every sentence that states a fact cites at least one source that supports it.</remarks>
public sealed record Answer
{
    /// <summary>The question that was answered, made self-contained: follow-ups name what they are about.</summary>
    public required string Question { get; init; }

    /// <summary>The sentences, in order.</summary>
    public required ImmutableArray<Sentence> Sentences { get; init; }

    /// <summary>The sources cited, by number.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>Why nothing was answered; null when something was.</summary>
    public AbstentionReason? Abstained { get; init; }

    /// <summary>Disagreements of sources that bear on the answer.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>What the question was about, the main subject first.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>What the answer named: what a pronoun in the next question can mean.</summary>
    public ImmutableArray<Entity> Named { get; init; } = [];

    /// <summary>The queries that the question became, in words.</summary>
    public ImmutableArray<string> Queries { get; init; } = [];

    /// <summary>The numbered facts that the answer was written from.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Who worded it.</summary>
    public Engine Engine { get; init; }

    /// <summary>The model that drafted; null without one.</summary>
    public string? Model { get; init; }

    /// <summary>The hash of the prompt template that was used; null without a model.</summary>
    public string? PromptHash { get; init; }

    /// <summary>How long it took.</summary>
    public Timings? Timings { get; init; }

    /// <summary>What each stage did, one line each, for <c>--explain</c>.</summary>
    public ImmutableArray<string> Explanation { get; init; } = [];

    /// <summary>How the answer came about; null for replies that rest on no evidence.</summary>
    public Working? Working { get; init; }

    /// <summary>The whole text with citations in square brackets.</summary>
    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.ToText()));
}
