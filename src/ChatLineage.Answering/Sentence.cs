using System.Collections.Immutable;

namespace ChatLineage.Answering;

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">The sentence with its full stop and without its citations.</param>
/// <param name="Citations">The numbers of the sources that it rests on, in <see cref="Answer.Citations"/>; empty only for replies that
/// state no fact.</param>
public sealed record Sentence(string Text, ImmutableArray<int> Citations)
{
    /// <summary>The sentence with its citations before the full stop: <c>It came out on 19 April 2023 [1][2].</c></summary>
    public string ToText()
    {
        if (Citations.IsEmpty)
            return Text;
        var marks = string.Concat(Citations.Select(number => $"[{number}]"));
        var end = Text.Length > 0 && Text[^1] is '.' or '?' or ':' ? Text.Length - 1 : Text.Length;
        return $"{Text[..end]} {marks}{Text[end..]}";
    }
}
