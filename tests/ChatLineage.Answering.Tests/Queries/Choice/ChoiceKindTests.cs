namespace ChatLineage.Answering.Tests.Queries.Choice;

public sealed class ChoiceKindTests
{
    [Theory]
    [InlineData("is StableVicuna or Pythia the one trained on the Pile?", "choice(stablevicuna or pythia; trained_on pile)", "^Pythia was trained on The Pile", "pythia-paper")]
    [InlineData("was Vicuna made by OpenAI or by LMSYS?", "choice(openai or lmsys; inverse released_by vicuna)", "Vicuna was released by LMSYS", "vicuna-card")]
    public Task Evaluate_names_the_one_of_which_it_holds(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("is GPT-3 or Alpaca the one trained on the Pile?", "choice(gpt-3 or alpaca; trained_on pile)", AbstentionReason.NotRecorded, "I don't know: the notes don't record which of GPT-3 and Alpaca it is.", "")]
    public Task Evaluate_none_recorded_says_so(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
