using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Something that a sentence states and the notes can judge.</summary>
/// <param name="Subjects">What the subject can mean, most likely first; empty for a statement about unnamed things.</param>
internal abstract record Assertion(ImmutableArray<Entity> Subjects)
{
    /// <summary>The most likely subject; null when things are not named.</summary>
    public Entity? Subject => Subjects.IsEmpty ? null : Subjects[0];

    /// <summary>The statement as a sentence without its full stop.</summary>
    public abstract string InWords { get; }

    /// <summary>The relation or property, as <see cref="CheckedStatement.Relation"/> names it.</summary>
    public abstract string Relation { get; }

    /// <summary>The value, as <see cref="CheckedStatement.Value"/> writes it.</summary>
    public abstract string? Value { get; }
}
