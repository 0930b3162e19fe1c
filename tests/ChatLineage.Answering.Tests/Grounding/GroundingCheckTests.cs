using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Grounding;

namespace ChatLineage.Answering.Tests.Grounding;

public sealed class GroundingCheckTests
{
    private static readonly EvidenceLine[] Lines =
    [
        new("StableVicuna is fine-tuned from Vicuna (13B base).", [], []),
        new("Vicuna is fine-tuned from LLaMA.", [], []),
    ];

    [Fact]
    public void Judge_cases_come_out_as_written()
    {
        var wrong = new List<string>();
        var judged = 0;
        var question = "";
        var evidence = new List<EvidenceLine>();
        foreach (var line in File.ReadLines(RepositoryFiles.Find("tests/ChatLineage.Answering.Tests/Grounding/cases.txt")))
        {
            if (line.StartsWith("Q: ", StringComparison.Ordinal))
            {
                question = line[3..];
                evidence = [];
            }
            else if (line.Length > 0 && char.IsDigit(line[0]))
                evidence.Add(new EvidenceLine(line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..], [], []));
            else if (line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
            {
                judged++;
                var verdict = new GroundingCheck(evidence, question).Judge(line[2..]);
                if (verdict.Supported != (line[0] == '+'))
                    wrong.Add($"{line}  ({verdict.Reason})");
            }
        }

        Assert.True(judged > 100, "the cases were not found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("StableVicuna is fine-tuned from Vicuna.", "it cites nothing")]
    [InlineData("StableVicuna is fine-tuned from Vicuna [3].", "it cites a line that does not exist")]
    [InlineData("StableVicuna is fine-tuned from Vicuna [0].", "it cites a line that does not exist")]
    [InlineData("StableVicuna is fine-tuned from Vicuna [99999999999].", "it cites a line that does not exist")]
    public void Judge_bad_citations_says_so(string sentence, string reason)
    {
        var verdict = new GroundingCheck(Lines, "").Judge(sentence);
        Assert.False(verdict.Supported);
        Assert.Equal(reason, verdict.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData(". [1]")]
    [InlineData("( [1]")]
    [InlineData(") ) ' \" “ [1]")]
    [InlineData("is by from under on through 's its base of [1]")]
    [InlineData("[1][2]: , ; not — 7B 28 April [1]")]
    [InlineData("its [1]")]
    [InlineData("released [1]")]
    public void Judge_odd_text_does_not_throw(string sentence) => Assert.NotNull(new GroundingCheck(Lines, sentence).Judge(sentence).Reason);

    [Fact]
    public void Judge_odd_evidence_does_not_throw()
    {
        EvidenceLine[] lines = [new("", [], []), new(". , ( )", [], []), new("is", [], []), new("by the", [], []), new("April", [], []), new("\"", [], [])];
        Assert.False(new GroundingCheck(lines, "").Judge("LLaMA was released by Meta AI [1][2][3][4][5][6].").Supported);
    }

    [Fact]
    public void Judge_from_many_threads_gives_the_same()
    {
        var check = new GroundingCheck(Lines, "What is StableVicuna built on?");
        var verdicts = new bool[64];
        Parallel.For(0, verdicts.Length, i => verdicts[i] = check.Judge(i % 2 == 0 ? "It goes back to LLaMA through Vicuna [1][2]." : "LLaMA goes back to Vicuna [1][2].").Supported);
        for (var i = 0; i < verdicts.Length; i++)
            Assert.Equal(i % 2 == 0, verdicts[i]);
    }
}
