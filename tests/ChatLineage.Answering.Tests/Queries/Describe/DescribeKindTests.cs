namespace ChatLineage.Answering.Tests.Queries.Describe;

public sealed class DescribeKindTests
{
    [Theory]
    [InlineData("What is StableVicuna?", "describe(stablevicuna)", "^StableVicuna is a model by Stability AI, released on 28 April 2023.|fine-tuned from Vicuna|licensed under CC BY-NC-SA 4.0", "stability-repo")]
    [InlineData("tell me about Vicuna", "describe(vicuna)", "^Vicuna is a chat model by LMSYS that was released on 30 March 2023.", "vicuna-card")]
    [InlineData("define the Pile", "describe(pile)", "^The Pile is a dataset by EleutherAI, released on 31 December 2020.", "pythia-paper")]
    [InlineData("who is Stella Biderman", "describe(stella-biderman)", "^Stella Biderman is a member of EleutherAI.", "pythia-paper")]
    [InlineData("gpt4?", "describe(gpt-4)", "^GPT-4 is a closed model by OpenAI, released on 14 March 2023.", "gpt4-report")]
    public Task Evaluate_says_what_it_is(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
