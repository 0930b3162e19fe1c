namespace ChatLineage.Answering.Understanding.Words;

/// <summary>A run of letters, a number or a run of plus signs in a text.</summary>
/// <param name="Text">The token, folded: lower case, without accents, «license» as «licence».</param>
/// <param name="Start">Where it starts in the original text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Joined">True when nothing stands between it and the token before it, as in <c>gpt4</c>.</param>
/// <param name="Capital">True when it starts with a capital letter in the original text.</param>
/// <param name="Breaks">True when a comma, a colon or the end of a sentence stands before it, which no name goes across.</param>
/// <param name="Quoted">True when a quotation mark stands right before it.</param>
internal readonly record struct Token(string Text, int Start, int Length, bool Joined, bool Capital, bool Breaks, bool Quoted)
{
    public int End => Start + Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);
}
