namespace ChatLineage.Answering.Tests.Queries.Open;

public sealed class OpenKindTests
{
    [Theory]
    [InlineData("how did LLaMA's weights leak", "open(llama", "^LLaMA's weights leaked through a torrent link on 4chan within a week.", "news")]
    [InlineData("through which torrent did the weights of LLaMA get out, and how?", "open(llama", "^LLaMA's weights leaked through a torrent link on 4chan within a week.", "news")]
    [InlineData("what was on 4chan about LLaMA's weights", "open(llama", "^LLaMA's weights leaked through a torrent link on 4chan within a week.", "news")]
    public Task Evaluate_passage_that_bears_on_it_answers(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("why is Vicuna so popular in Brazil?", "open(vicuna", AbstentionReason.NotRecorded, "They do record this: Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    [InlineData("who made Zorblax?", "open(zorblax", AbstentionReason.UnknownName, "nothing by the name of «Zorblax»", "")]
    [InlineData("What is FooBarLM-9 based on?", "open(foobarlm", AbstentionReason.UnknownName, "nothing by the name of «FooBarLM-9»", "")]
    [InlineData("What is GPT-5?", "open(gpt", AbstentionReason.UnknownName, "nothing by the name of «GPT-5»", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
