using ChatLineage.Answering.Drafting;

namespace ChatLineage.Answering.Tests.Drafting;

public sealed class CitationGrammarTests
{
    [Fact]
    public void For_two_lines_admits_two_numbers() => Assert.Equal(
        """
        root ::= unknown | cited
        unknown ::= "I don't know" text? (cite+ text)* cite* "."?
        cited ::= text cite+ (text cite+)* "."?
        text ::= [^\n\[\]<>]+
        cite ::= "[" number "]"
        number ::= "1" | "2"

        """.ReplaceLineEndings("\n"),
        CitationGrammar.For(2));

    [Fact]
    public void For_no_lines_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => CitationGrammar.For(0));
}
