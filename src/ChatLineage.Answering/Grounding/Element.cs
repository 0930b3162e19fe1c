using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>What an element of a sentence is.</summary>
internal enum ElementKind
{
    /// <summary>A name of the evidence.</summary>
    Name,

    /// <summary>A noun that stands for a name by its relation to another: «its base».</summary>
    Role,

    /// <summary>A pronoun, or a question word.</summary>
    Pronoun,

    /// <summary>«which», «who», «whose»: stands for what is before it.</summary>
    Relative,

    /// <summary>A relation, by verb or phrase.</summary>
    Relation,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>«not» and its like.</summary>
    Negation,

    /// <summary>A word that says how far a statement goes: «only».</summary>
    Scope,

    /// <summary>A form of «to be».</summary>
    Be,

    /// <summary>«and», «or», «but».</summary>
    And,

    /// <summary>A comma, a bracket or a dash.</summary>
    Comma,

    /// <summary>A mark that ends a statement: semicolon, colon, full stop.</summary>
    Break,

    /// <summary>The possessive «'s».</summary>
    Possessive,

    /// <summary>A word without content of its own.</summary>
    Function,

    /// <summary>Any other word.</summary>
    Word,
}

/// <summary>An element of a sentence.</summary>
internal sealed record Element(ElementKind Kind, string Text)
{
    /// <summary>The names that a <see cref="ElementKind.Name"/> can be.</summary>
    public ImmutableArray<int> Names { get; init; } = [];

    public StatedDate Date { get; init; }

    public decimal Value { get; init; }

    /// <summary>Whether a number is a bound: 1 «over», -1 «under», 0 neither.</summary>
    public int Bound { get; init; }

    public VerbWording? Verb { get; init; }

    public PhraseWording? Phrase { get; init; }

    public Sense? Role { get; init; }

    /// <summary>True for a word with a capital or a digit.</summary>
    public bool IsHard { get; init; }

    /// <summary>True inside round brackets.</summary>
    public bool InBrackets { get; init; }
}
