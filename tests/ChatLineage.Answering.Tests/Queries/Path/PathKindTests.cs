namespace ChatLineage.Answering.Tests.Queries.Path;

public sealed class PathKindTests
{
    [Theory]
    [InlineData("link between HuggingChat and LLaMA", "path(huggingchat, llama)", "^HuggingChat is built on OASST LLaMA 30B, which is fine-tuned from LLaMA.", "chat-privacy oa-blog")]
    [InlineData("How are StableVicuna and LLaMA related?", "path(stablevicuna, llama)", "^StableVicuna is fine-tuned from Vicuna, which is fine-tuned from LLaMA.", "stability-repo vicuna-card")]
    [InlineData("how is Pythia connected to the Pile?", "path(pythia, pile)", "^Pythia was trained on The Pile.", "pythia-paper")]
    [InlineData("is StableVicuna related to Alpaca?", "path(stablevicuna, alpaca)", "^Yes, both go back to LLaMA", "stability-repo vicuna-card alpaca-repo")]
    [InlineData("What do Vicuna and Alpaca have in common?", "common(vicuna, alpaca)", "^Both go back to LLaMA.|Vicuna is fine-tuned from LLaMA.|Alpaca is fine-tuned from LLaMA", "vicuna-card alpaca-repo")]
    [InlineData("do Guanaco and Vicuna share a base?", "common(guanaco, vicuna)", "^Yes, both go back to LLaMA.", "qlora-repo vicuna-card")]
    [InlineData("common ancestor of StableVicuna and Alpaca", "common(stablevicuna, alpaca)", "^Both go back to LLaMA.", "stability-repo vicuna-card alpaca-repo")]
    [InlineData("Is Mistral 7B related to Stella Biderman?", "path(mistral-7b, stella-biderman)", "^No recorded link joins Mistral 7B and Stella Biderman:", "mistral-news")]
    public Task Evaluate_tells_the_way_or_what_is_shared(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("what do Pythia and GPT-4 have in common", "common(pythia, gpt-4)", AbstentionReason.NotRecorded, "They do record this: Pythia was trained on The Pile.", "pythia-paper")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
