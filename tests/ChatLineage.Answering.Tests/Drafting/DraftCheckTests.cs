using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Tests.Drafting;

public sealed class DraftCheckTests
{
    [Theory]
    [InlineData("It came out on April 28, 2023.", "28 April 2023", true)]
    [InlineData("It came out on 2023-04-28.", "28 April 2023", true)]
    [InlineData("It came out in April 2023.", "28 April 2023", false)]
    [InlineData("It came out on 28 April 2023.", "April 2023", true)]
    [InlineData("It has 7B parameters.", "7 billion", true)]
    [InlineData("It has 7 billion parameters.", "7B", true)]
    [InlineData("It has 70B parameters.", "7B", false)]
    [InlineData("It has 161,443 messages.", "161443", true)]
    [InlineData("OpenAssistant made it.", "Open Assistant", true)]
    [InlineData("The base is open-assistant.", "Open Assistant", true)]
    [InlineData("It is built on LLaMA.", "llama", true)]
    [InlineData("It is built on Llama 2.", "LLaMA", false)]
    [InlineData("It is built on LLaMA-13B.", "LLaMA", true)]
    [InlineData("It is built on StableVicuna.", "Vicuna", false)]
    [InlineData("It was tuned on Vicuna.", "tune", true)]
    [InlineData("It fortunes on.", "tune", false)]
    [InlineData("Anything.", "", true)]
    public void Judge_wanted_words_are_found_however_spelt(string sentence, string wanted, bool states) =>
        Assert.Equal(states, DraftCheck.Judge(Draft(sentence), new Expectation(null, [[wanted]]), hasResult: true).Accepted);

    [Fact]
    public void Judge_one_alternative_of_each_group_is_enough()
    {
        var expected = new Expectation(null, [["Meta AI", "Meta"], ["2023", "2022"]]);
        Assert.True(DraftCheck.Judge(Draft("Meta made it.", "That was in February 2023."), expected, hasResult: true).Accepted);
        var verdict = DraftCheck.Judge(Draft("Meta made it."), expected, hasResult: true);
        Assert.False(verdict.Accepted);
        Assert.Equal("it does not state 2023 or 2022", verdict.Reason);
    }

    [Theory]
    [InlineData("Yes, it is.", true, true)]
    [InlineData("No, it is not.", true, false)]
    [InlineData("No. It is not.", false, true)]
    [InlineData("Not the original one.", false, true)]
    [InlineData("North Labs made it.", false, false)]
    [InlineData("Yesterday it came out.", true, false)]
    [InlineData("It is a tune of Vicuna.", false, false)]
    public void Judge_polarity_is_that_of_the_first_word(string sentence, bool polarity, bool accepted) =>
        Assert.Equal(accepted, DraftCheck.Judge(Draft(sentence), new Expectation(polarity, []), hasResult: true).Accepted);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Judge_abstention_is_right_only_without_a_result(bool hasResult, bool accepted)
    {
        var draft = Draft() with { Abstains = true };
        Assert.Equal(accepted, DraftCheck.Judge(draft, Expectation.None, hasResult).Accepted);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 0, true)]
    public void Judge_first_sentence_must_rest_on_a_line_of_the_direct_answer(int line, int leadLines, bool accepted)
    {
        var draft = Draft("It is bigger.", "It came out first.");
        draft = draft with { Kept = [draft.Kept[0] with { Lines = [line] }, draft.Kept[1] with { Lines = [1] }] };
        Assert.Equal(accepted, DraftCheck.Judge(draft, new Expectation(null, []) { LeadLines = leadLines }, hasResult: true).Accepted);
    }

    [Fact]
    public void Judge_without_a_surviving_sentence_refuses() =>
        Assert.Equal("no sentence of it is supported", DraftCheck.Judge(Draft(), Expectation.None, hasResult: true).Reason);

    private static Draft Draft(params string[] sentences) => new()
    {
        Kept = [.. sentences.Select(sentence => new DraftedSentence(sentence, [1]))],
        Withheld = [],
        Raw = "",
        Prompt = "",
        PromptHash = "",
        PromptVersion = "1",
        LinesShown = 1,
    };
}
