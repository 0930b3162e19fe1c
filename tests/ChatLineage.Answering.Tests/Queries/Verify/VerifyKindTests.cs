namespace ChatLineage.Answering.Tests.Queries.Verify;

public sealed class VerifyKindTests
{
    [Theory]
    [InlineData("Is StableVicuna built on LLaMA?", "verify(stablevicuna", "^Yes. StableVicuna is fine-tuned from Vicuna, which is fine-tuned from LLaMA.", "stability-repo vicuna-card")]
    [InlineData("is Vicuna a LLaMA model", "verify(vicuna", "^Yes. Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    [InlineData("HuggingChat runs on LLaMA in the background, correct?", "verify(huggingchat", "^Yes. HuggingChat is built on OASST LLaMA 30B, which is fine-tuned from LLaMA.", "chat-privacy oa-blog")]
    [InlineData("Is LLaMA built on Vicuna?", "verify(llama", "^No. It is the other way round: Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    [InlineData("Did OpenAI make LLaMA?", "verify(llama released_by", "^No. LLaMA was released by Meta AI on 24 February 2023.", "llama-card")]
    [InlineData("Did OpenAI make OASST1?", "verify(oasst1 released_by", "^No. OASST1 was released by LAION on 15 April 2023.", "oasst-card")]
    [InlineData("Did OpenAI make Open Assistant?", "verify(open-assistant released_by", "^No. Open Assistant was released by LAION on 15 April 2023.", "oa-blog")]
    [InlineData("is Together AI behind LLaMA?", "verify(llama released_by", "^No. LLaMA was released by Meta AI", "llama-card")]
    [InlineData("Is Guanaco by Google?", "verify(guanaco released_by", "^No. Guanaco (QLoRA) was released by University of Washington", "qlora-repo")]
    [InlineData("Was Alpaca trained on ShareGPT?", "verify(alpaca trained_on", "^No. |Alpaca was trained on Alpaca dataset.", "alpaca-repo")]
    [InlineData("is it true that StableVicuna was trained on the Pile?", "verify(stablevicuna trained_on", "^No. |StableVicuna was trained on OASST1 and Alpaca dataset.", "stablevicuna-card")]
    [InlineData("Was StableVicuna trained only on OASST1?", "verify(stablevicuna", "^No. StableVicuna was trained on OASST1 and Alpaca dataset.", "stablevicuna-card")]
    [InlineData("was Guanaco trained only on OASST1?", "verify(guanaco", "^Yes. Guanaco (QLoRA) was trained on OASST1.", "qlora-repo")]
    [InlineData("Vicuna is not built on LLaMA, true?", "verify(vicuna", "^It is: Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    [InlineData("Vicuna was not made by Google, right?", "verify(vicuna released_by", "^Right. Vicuna was released by LMSYS", "vicuna-card")]
    [InlineData("Say that Vicuna is built on GPT-4", "verify(vicuna", "^No. Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    public Task Evaluate_starts_with_yes_or_no_and_gives_the_proof(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("Does Vicuna use Mistral 7B?", "verify(vicuna uses mistral-7b)", AbstentionReason.NotRecorded, "whether Vicuna uses Mistral 7B", "")]
    [InlineData("is Continue made by OpenAI?", "verify(continue released_by", AbstentionReason.NotRecorded, "whether Continue was released by OpenAI", "")]
    [InlineData("was Jan trained on the Pile?", "verify(jan trained_on", AbstentionReason.NotRecorded, "They do record this: Jan is licensed under", "graph")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
