namespace ChatLineage.Answering.Tests.Queries.Compare;

public sealed class CompareKindTests
{
    [Theory]
    [InlineData("Which is bigger, Llama 2 or StableVicuna?", "compare(llama-2, stablevicuna; size)", "^Llama 2 is bigger|7B to 70B|13B", "llama2-page stability-repo")]
    [InlineData("is Mistral 7B larger than StableVicuna?", "compare(mistral-7b, stablevicuna; size)", "^No. StableVicuna is bigger", "mistral-news stability-repo")]
    [InlineData("smaller: Pythia or LLaMA?", "compare(pythia, llama; size)", "^Pythia is smaller", "pythia-paper llama-card")]
    [InlineData("Which came first, Vicuna or Alpaca?", "compare(vicuna, alpaca; order)", "^Alpaca came first|13 March 2023|30 March 2023", "alpaca-repo vicuna-card")]
    [InlineData("which is newer: StableLM or StableVicuna?", "compare(stablelm, stablevicuna; order)", "^StableVicuna is the newer one|19 April 2023|28 April 2023", "stability-repo")]
    [InlineData("gpt-3 or gpt-4, which is older?", "compare(gpt-3, gpt-4; order)", "^GPT-3 came first|11 June 2020|14 March 2023", "gpt4-report")]
    [InlineData("is ChatGPT the same as GPT-4", "compare(chatgpt, gpt-4; sameness)", "^No, they are different things: |ChatGPT is a closed tool by OpenAI|GPT-4 is a closed model by OpenAI", "gpt4-report")]
    [InlineData("are Vicuna and StableVicuna the same thing?", "compare(vicuna, stablevicuna; sameness)", "^No, they are different things: StableVicuna is fine-tuned from Vicuna", "stability-repo stablevicuna-card")]
    [InlineData("compare the licences of StableLM and Vicuna", "compare(stablelm, vicuna; licence)", "StableLM-Alpha is licensed under CC BY-SA 4.0|Vicuna is licensed under the LLaMA non-commercial research licence", "stability-repo")]
    [InlineData("how do Alpaca and Vicuna differ in training data", "compare(alpaca, vicuna; data)", "Alpaca was trained on Alpaca dataset|Vicuna was trained on ShareGPT", "alpaca-repo")]
    [InlineData("Vicuna vs Pythia", "compare(vicuna, pythia; nature)", "Vicuna is a chat model by LMSYS|Pythia is a model by EleutherAI", "vicuna-card")]
    public Task Evaluate_sets_things_side_by_side(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("Is GPT-4 bigger than LLaMA?", "compare(gpt-4, llama; size)", AbstentionReason.NotRecorded, "They do record this: LLaMA has 7B to 65B parameters.", "llama-card")]
    [InlineData("which came first, ShareGPT or Vicuna?", "compare(sharegpt, vicuna; order)", AbstentionReason.NotRecorded, "They do record this: Vicuna came out on 30 March 2023.", "vicuna-card")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
