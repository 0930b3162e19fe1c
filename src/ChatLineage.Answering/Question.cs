using System.Collections.Immutable;

namespace ChatLineage.Answering;

/// <summary>A question as it was typed, with the turns before it.</summary>
/// <param name="Text">The text, at most <see cref="MaxLength"/> characters; longer ones are answered with an abstention.</param>
/// <param name="History">Earlier turns of the same conversation, oldest first.</param>
public sealed record Question(string Text, ImmutableArray<Turn> History)
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>A question without a conversation.</summary>
    public Question(string text)
        : this(text, [])
    {
    }
}
