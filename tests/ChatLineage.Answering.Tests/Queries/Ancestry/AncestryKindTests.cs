namespace ChatLineage.Answering.Tests.Queries.Ancestry;

public sealed class AncestryKindTests
{
    [Theory]
    [InlineData("What is HuggingChat ultimately built on?", "roots(huggingchat)", "HuggingChat is built on OASST LLaMA 30B, which is fine-tuned from LLaMA.|Meta AI released LLaMA", "chat-privacy oa-blog")]
    [InlineData("trace StableVicuna back to its root", "roots(stablevicuna)", "^Meta AI's LLaMA.", "vicuna-card stability-repo llama-card")]
    [InlineData("which model does Alpaca go back to in the end?", "roots(alpaca)", "^Meta AI's LLaMA.|Alpaca is fine-tuned from LLaMA.", "alpaca-repo llama-card")]
    [InlineData("what are the ancestors of StableVicuna", "ancestors(stablevicuna)", "StableVicuna is fine-tuned from Vicuna, which is fine-tuned from LLaMA.", "stability-repo vicuna-card")]
    [InlineData("lineage of HuggingChat", "ancestors(huggingchat)", "HuggingChat is built on OASST LLaMA 30B, which is fine-tuned from LLaMA.", "chat-privacy oa-blog")]
    [InlineData("family tree of Guanaco", "ancestors(guanaco)", "Guanaco (QLoRA) is fine-tuned from LLaMA.", "qlora-repo")]
    [InlineData("What is the Alpaca dataset originally from?", "roots(alpaca-52k)", "Alpaca dataset is distilled from GPT-3", "alpaca-repo")]
    public Task Evaluate_root_or_line_goes_down_to_the_end(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
