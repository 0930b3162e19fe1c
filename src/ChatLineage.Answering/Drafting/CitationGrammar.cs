using System.Text;

namespace ChatLineage.Answering.Drafting;

/// <summary>A GBNF grammar that admits plain sentences with citations of existing lines, or an abstention.</summary>
/// <remarks>GBNF as llama.cpp reads it (<c>grammars/README.md</c> there). It fixes the form only: whether a sentence is true is for the
/// grounding check.</remarks>
public static class CitationGrammar
{
    /// <summary>The grammar for a number of evidence lines.</summary>
    /// <param name="lines">How many lines there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lines"/> is below 1.</exception>
    public static string For(int lines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        var numbers = new StringBuilder();
        for (var number = 1; number <= lines; number++)
            numbers.Append(number == 1 ? "" : " | ").Append('"').Append(number).Append('"');
        return $"""
            root ::= unknown | cited
            unknown ::= "I don't know" text? (cite+ text)* cite* "."?
            cited ::= text cite+ (text cite+)* "."?
            text ::= [^\n\[\]<>]+
            cite ::= "[" number "]"
            number ::= {numbers}

            """.ReplaceLineEndings("\n");
    }
}
