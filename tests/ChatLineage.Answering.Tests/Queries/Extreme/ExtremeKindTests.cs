namespace ChatLineage.Answering.Tests.Queries.Extreme;

public sealed class ExtremeKindTests
{
    [Theory]
    [InlineData("what is the latest Vicuna", "extreme(vicuna, date, most)", "Vicuna 1.5|1 August 2023", "vicuna-card")]
    [InlineData("the newest LLaMA?", "extreme(llama, date, most)", "Llama 2|18 July 2023", "llama2-page")]
    [InlineData("the newest Pythia?", "extreme(pythia, date, most)", "the only dated member of that line", "pythia-paper")]
    [InlineData("oldest Vicuna", "extreme(vicuna, date", "Vicuna|30 March 2023", "vicuna-card")]
    public Task Evaluate_newest_or_oldest_of_a_line(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
