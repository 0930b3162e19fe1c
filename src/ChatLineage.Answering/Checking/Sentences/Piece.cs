using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>A word of a sentence, or a name, a date or a quantity in it.</summary>
internal sealed record Piece
{
    /// <summary>The folded word; empty for a name, a date or a quantity.</summary>
    public string Word { get; init; } = "";

    /// <summary>What a name can mean, most likely first; empty for anything else.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    public PartialDate? Date { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>The signs between it and the piece before.</summary>
    public string Before { get; init; } = "";

    /// <summary>True for a name with a possessive ending.</summary>
    public bool Possessive { get; init; }

    /// <summary>True when a pronoun or a description stands for the name.</summary>
    public bool Referred { get; init; }

    /// <summary>True for a word written like a name that the notes do not know.</summary>
    public bool IsUnknownName { get; init; }

    /// <summary>Where it starts in the sentence.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends in the sentence.</summary>
    public int End { get; init; }

    public Entity? Entity => Entities.IsEmpty ? null : Entities[0];

    public bool IsWord => Word.Length > 0;

    public bool BreaksBefore => Before.AsSpan().ContainsAny(";:—–(");
}
