namespace ChatLineage.Answering.Tests.Queries.Related;

public sealed class RelatedKindTests
{
    [Theory]
    [InlineData("What is StableVicuna based on?", "related(stablevicuna, built_on", "^StableVicuna is fine-tuned from Vicuna|Vicuna is fine-tuned from LLaMA.|One article says that StableVicuna is fine-tuned from StableLM-Alpha", "stability-repo stablevicuna-card")]
    [InlineData("stablevicuna's base model?", "related(stablevicuna, built_on", "^StableVicuna is fine-tuned from Vicuna", "stability-repo stablevicuna-card")]
    [InlineData("what was Alpaca built on", "related(alpaca, built_on", "^Alpaca is fine-tuned from LLaMA (7B base).", "alpaca-repo")]
    [InlineData("what was built on LLaMA?", "related(llama, inverse built_on", "Open Assistant, Vicuna, OASST LLaMA 30B, Alpaca, Guanaco (QLoRA) and Guanaco 7B (JosephusCheung)", "oa-blog vicuna-card alpaca-repo qlora-repo news")]
    [InlineData("which models are built on Pythia", "related(pythia, inverse built_on", "Open Assistant and OASST Pythia 12B", "oa-blog")]
    [InlineData("How many models are built on LLaMA?", "related(llama, inverse built_on", "^6 in the notes: ", "oa-blog vicuna-card alpaca-repo qlora-repo news")]
    [InlineData("fine-tunes of Vicuna", "related(vicuna, inverse fine_tuned_from", "StableVicuna", "stability-repo stablevicuna-card")]
    [InlineData("Who made Vicuna?", "related(vicuna, released_by", "^LMSYS released Vicuna on 30 March 2023.", "vicuna-card")]
    [InlineData("vicuna - by whom?", "related(vicuna, released_by", "^LMSYS released Vicuna", "vicuna-card")]
    [InlineData("who is behind Open Assistant", "related(open-assistant, released_by", "^LAION", "oa-blog")]
    [InlineData("OASST1 by OpenAI or LAION?", "related(oasst1, released_by", "^LAION released OASST1 on 15 April 2023.", "oasst-card")]
    [InlineData("who leads Stability AI?", "related(stability-ai, led_by", "^Emad Mostaque leads Stability AI.", "news")]
    [InlineData("who is the CEO of EleutherAI", "related(eleutherai, led_by", "^Stella Biderman leads EleutherAI.", "pythia-paper")]
    [InlineData("who heads EleutherAI", "related(eleutherai, led_by", "^Stella Biderman leads EleutherAI.", "pythia-paper")]
    [InlineData("who founded Stability AI", "related(stability-ai, created_by", "^Emad Mostaque founded Stability AI.", "news")]
    [InlineData("Who funds LAION?", "related(laion, funded_by", "^Hugging Face funds LAION.", "oa-blog")]
    [InlineData("What was StableVicuna trained on?", "related(stablevicuna, trained_on", "^StableVicuna was trained on OASST1 and Alpaca dataset.", "stablevicuna-card")]
    [InlineData("which datasets were used to train StableVicuna", "related(stablevicuna, trained_on", "^StableVicuna was trained on OASST1 and Alpaca dataset.", "stablevicuna-card")]
    [InlineData("training data of Vicuna", "related(vicuna, trained_on", "^Vicuna was trained on ShareGPT", "vicuna-card")]
    [InlineData("Which models were trained on OASST1?", "related(oasst1, inverse trained_on", "Open Assistant, StableVicuna and Guanaco (QLoRA)", "oa-blog stablevicuna-card qlora-repo")]
    [InlineData("What does the Pile feed?", "related(pile, inverse trained_on", "Pythia and StableLM-Alpha were trained on The Pile.", "pythia-paper stability-repo")]
    [InlineData("how many models were trained on OASST1", "related(oasst1, inverse trained_on", "^3 in the notes: ", "oa-blog stablevicuna-card qlora-repo")]
    [InlineData("What did Stability AI release?", "related(stability-ai, inverse released_by", "StableVicuna and StableLM-Alpha", "stability-repo")]
    [InlineData("what are alternatives to ChatGPT", "related(chatgpt, inverse alternative_to", "Open Assistant and HuggingChat are alternatives to ChatGPT.", "oa-blog chat-privacy")]
    [InlineData("successor of LLaMA", "related(llama, inverse successor_of", "Llama 2 is the successor of LLaMA.", "llama2-page")]
    [InlineData("what model generated the Alpaca dataset", "related(alpaca-52k, distilled_from", "Alpaca dataset is distilled from GPT-3", "alpaca-repo")]
    [InlineData("who made Vicuan?", "related(vicuna, released_by", "^LMSYS released Vicuna", "vicuna-card")]
    public Task Evaluate_gives_the_other_side_of_the_relation(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("which datasets does Continue use", "related(continue, uses", AbstentionReason.NotRecorded, "which datasets Continue uses", "")]
    [InlineData("which models are built on Gemini?", "related(gemini, inverse built_on", AbstentionReason.NotRecorded, "models that are built on Gemini", "")]
    [InlineData("Who funds Vicuna?", "related(vicuna, funded_by", AbstentionReason.NotRecorded, "They do record this: Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    [InlineData("who leads Mistral AI?", "related(mistral-ai, led_by", AbstentionReason.NotRecorded, "They do record this: Mistral 7B was released by Mistral AI", "mistral-news")]
    [InlineData("who hosts Vicuna", "related(vicuna, hosted_by", AbstentionReason.NotRecorded, "They do record this: Vicuna is fine-tuned from LLaMA.", "vicuna-card")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
