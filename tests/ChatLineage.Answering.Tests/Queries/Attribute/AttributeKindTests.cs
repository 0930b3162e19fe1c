namespace ChatLineage.Answering.Tests.Queries.Attribute;

public sealed class AttributeKindTests
{
    [Theory]
    [InlineData("When did StableLM come out?", "attribute(stablelm, date)", "^StableLM-Alpha came out on 19 April 2023.|One article says 19 March 2023, but the repository did not exist", "stability-repo")]
    [InlineData("release date of Vicuna", "attribute(vicuna, date)", "^Vicuna came out on 30 March 2023.", "vicuna-card")]
    [InlineData("in what year was ChatGPT launched?", "attribute(chatgpt, date)", "^ChatGPT came out on 30 November 2022.", "gpt4-report")]
    [InlineData("when did Stability AI release StableLM", "attribute(stablelm, date)", "^StableLM-Alpha came out on 19 April 2023.", "stability-repo")]
    [InlineData("when did LLaMA leak", "attribute(", "3 March 2023", "news")]
    [InlineData("Did StableVicuna come out on 28 March 2023?", "attribute(stablevicuna, date = 2023-03-28)", "^No. StableVicuna came out on 28 April 2023.|One article says 28 March 2023", "stability-repo")]
    [InlineData("StableLM came out on March 19, right?", "attribute(stablelm, date = 0001-03-19)", "^No. StableLM-Alpha came out on 19 April 2023.|One article says 19 March 2023", "stability-repo")]
    [InlineData("the article says StableLM came out in March, true?", "attribute(stablelm, date = 0001-03)", "^No. StableLM-Alpha came out on 19 April 2023.|One article says", "stability-repo")]
    [InlineData("StableLM: 19 march or 19 april 2023?", "conflict(stablelm", "19 April 2023 is better supported|One article says 19 March 2023", "stability-repo")]
    [InlineData("stablevicuna 28 march or 28 april?", "conflict(stablevicuna", "28 April 2023 is better supported", "stability-repo")]
    [InlineData("vicuna 3 march or 30 march 2023?", "attribute(vicuna, date)", "^Vicuna came out on 30 March 2023.", "vicuna-card")]
    [InlineData("Was LLaMA released on 24 February 2023?", "attribute(llama, date = 2023-02-24)", "^Yes. LLaMA came out on 24 February 2023.", "llama-card")]
    [InlineData("was Vicuna out in 2023?", "attribute(vicuna, date = 2023)", "^Yes. Vicuna came out on 30 March 2023.", "vicuna-card")]
    [InlineData("How big is StableVicuna?", "attribute(stablevicuna, size)", "^StableVicuna has 13 billion (13B) parameters.", "stability-repo")]
    [InlineData("how many parameters does LLaMA have", "attribute(llama, size)", "^LLaMA has 7B to 65B parameters.", "llama-card")]
    [InlineData("size of the Alpaca dataset", "attribute(alpaca-52k, size)", "52002 instructions", "alpaca-repo")]
    [InlineData("how large is the Pile", "attribute(pile, size)", "^The Pile is 825 GiB in size.", "pythia-paper")]
    [InlineData("are the weights of LLaMA open", "attribute(llama, openness)", "^No|research or non-commercial use only|LLaMA is licensed under the LLaMA non-commercial research licence.", "llama-card")]
    [InlineData("is GPT-4 open source?", "attribute(gpt-4, openness)", "^No. GPT-4 is closed", "gpt4-report")]
    [InlineData("is Pythia open source?", "attribute(pythia, openness)", "^Yes", "pythia-paper")]
    public Task Evaluate_value_stands_first_with_who_says_otherwise(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("how many parameters does GPT-4 have?", "attribute(gpt-4, size)", AbstentionReason.NotRecorded, "They do record this: GPT-4 was released by OpenAI", "gpt4-report")]
    [InlineData("when was ShareGPT released?", "attribute(sharegpt, date)", AbstentionReason.NotRecorded, "I don't know", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
