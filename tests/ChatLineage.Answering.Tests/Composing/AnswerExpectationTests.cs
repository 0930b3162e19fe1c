using ChatLineage.Answering.Composing;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;

namespace ChatLineage.Answering.Tests.Composing;

public sealed class AnswerExpectationTests
{
    [Theory]
    [InlineData("Who made Vicuna?", "LMSYS", "LMSYS")]
    [InlineData("When did StableLM come out?", "19 April 2023", "19 April 2023")]
    [InlineData("How big is StableVicuna?", "13B", "13B")]
    [InlineData("What is StableVicuna based on?", "Vicuna", "Vicuna")]
    [InlineData("how many models by Meta", "2", "Llama 2")]
    [InlineData("Which is bigger, StableVicuna or Alpaca?", "13B", "7B")]
    public async Task Of_answer_must_state_names_dates_and_figures_of_its_first_statement(string question, string first, string second)
    {
        var stated = (await ExpectedAsync(question)).MustState;
        Assert.Contains(stated, group => group.Contains(first));
        Assert.Contains(stated, group => group.Contains(second));
    }

    [Fact]
    public async Task Of_answer_must_begin_with_what_its_first_statement_rests_on() =>
        Assert.Equal(1, (await ExpectedAsync("Who made Vicuna?")).LeadLines);

    [Theory]
    [InlineData("Is StableVicuna built on LLaMA?", true)]
    [InlineData("Did OpenAI make LLaMA?", false)]
    [InlineData("Who made Vicuna?", null)]
    public async Task Of_answer_must_have_the_polarity(string question, bool? polarity) =>
        Assert.Equal(polarity, (await ExpectedAsync(question)).Polarity);

    [Fact]
    public async Task Of_answer_need_not_repeat_what_the_question_holds() =>
        Assert.DoesNotContain((await ExpectedAsync("Who made Vicuna?")).MustState, group => group.Contains("Vicuna"));

    [Fact]
    public async Task Of_answer_must_state_the_names_of_every_statement_but_figures_of_the_first_alone()
    {
        var stated = (await ExpectedAsync("What is HuggingChat ultimately built on?")).MustState.Select(group => group[0]).ToList();
        Assert.Contains("LLaMA", stated);
        Assert.Contains("Meta AI", stated);
        Assert.DoesNotContain(stated, name => name.Contains("2023", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GPT-3 and Llama-2-7b are older.", "")]
    [InlineData("It has 13B parameters and 1,500 rows.", "1,500")]
    [InlineData("It came out on 3 March 2023 as the 4 of 5 in all.", "3 March 2023 4 5")]
    public void Of_figures_are_dates_and_numbers_outside_names(string text, string figures)
    {
        var expected = AnswerExpectation.Of(new QueryResult { Statements = [Statement.Of(text)] }, "");
        Assert.Equal(figures, string.Join(' ', expected.MustState.Select(group => Assert.Single(group))));
    }

    [Fact]
    public void Of_nothing_said_expects_what_the_query_does()
    {
        var own = new Expectation(true, [["x"]]);
        var expected = AnswerExpectation.Of(new QueryResult { Statements = [], Expected = own }, "q");
        Assert.True(expected.Polarity);
        Assert.Equal("x", Assert.Single(Assert.Single(expected.MustState)));
    }

    private static async Task<Expectation> ExpectedAsync(string question)
    {
        var read = Asking.Reader.Read(new Question(question));
        return AnswerExpectation.Of(await QueryKinds.EvaluateAsync(read.Best.Query, Asking.Context, CancellationToken.None), read.Text);
    }
}
