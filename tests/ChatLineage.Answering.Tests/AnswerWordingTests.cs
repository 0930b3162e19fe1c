using ChatLineage.Answering.Tests.Queries;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Tests;

/// <summary>Questions over several parts at once that were answered wrongly before.</summary>
public sealed class AnswerWordingTests
{
    [Theory]
    [InlineData("Is Vicuna's licence Apache 2.0?", "", "^No. ", "vicuna-card")]
    [InlineData("isn't Vicuna built on LLaMA?", "verify(vicuna", "^Yes. Vicuna is fine-tuned from LLaMA", "vicuna-card")]
    [InlineData("was Alpaca before Vicuna?", "compare(alpaca, vicuna; order)", "^Yes", "alpaca-repo vicuna-card")]
    [InlineData("Did Alpaca come before ChatGPT?", "compare(alpaca, chatgpt; order)", "^No", "alpaca-repo gpt4-report")]
    [InlineData("is Pythia open?", "attribute(pythia, openness)", "^Yes", "pythia-paper")]
    [InlineData("is Pythia really open source", "attribute(pythia, openness)", "^Yes", "pythia-paper")]
    [InlineData("on what was Alpaca built", "related(alpaca, built_on", "^Alpaca is fine-tuned from LLaMA", "alpaca-repo")]
    [InlineData("which model is behind StableVicuna", "related(stablevicuna, built_on", "^StableVicuna is fine-tuned from Vicuna", "stability-repo stablevicuna-card")]
    [InlineData("are Bard and Gemini the same?", "compare(bard, gemini; sameness)", "^No, they are different things:", "graph")]
    [InlineData("what do sources disagree on about StableVicuna?", "conflict(stablevicuna", "One article says", "article")]
    [InlineData("who made Alpaca and on what was it trained?", "related(alpaca, released_by", "Stanford University released Alpaca|Alpaca was trained on Alpaca dataset", "alpaca-repo graph")]
    [InlineData("what licence does the base of Alpaca have", "related(related(alpaca", "LLaMA non-commercial research licence", "llama-card")]
    [InlineData("Why did Open Assistant end?", "open(open-assistant", "because the volunteers had reached their goal", "oa-blog")]
    [InlineData("Who founded Stability AI? || what did his company release?", "related(stability-ai, inverse released_by", "StableVicuna and StableLM-Alpha", "stability-repo")]
    [InlineData("Who made Vicuna? || hello || and its licence?", "licence(vicuna)", "Vicuna is licensed under", "vicuna-card")]
    public Task Answer(string question, string query, string says, string cites) => Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("which models are built on Mistral 7B", "related(mistral-7b, inverse built_on", AbstentionReason.NotRecorded, "I don't know", "")]
    [InlineData("which models are built on GPT-4", "related(gpt-4, inverse built_on", AbstentionReason.NotRecorded, "I don't know", "")]
    [InlineData("how many models use GPT-4", "related(gpt-4, inverse uses", AbstentionReason.NotRecorded, "I don't know", "")]
    [InlineData("what is GPT-4 built on?", "related(gpt-4, built_on", AbstentionReason.NotRecorded, "I don't know", "")]
    [InlineData("what optimizer was StableVicuna trained with?", "", AbstentionReason.NotRecorded, "I don't know", "")]
    [InlineData("Who won the 2022 World Cup?", "offtopic", AbstentionReason.OffTopic, "outside what I know", "")]
    [InlineData("When did Llama 7 come out?", "", AbstentionReason.UnknownName, "I don't know", "")]
    [InlineData("can we work together", "offtopic", AbstentionReason.OffTopic, "outside what I know", "")]
    [InlineData("should i continue?", "offtopic", AbstentionReason.OffTopic, "outside what I know", "")]
    public Task Abstention(string question, string query, AbstentionReason reason, string says, string cites) => Expect.AbstentionAsync(question, query, reason, says, cites);

    [Theory]
    [InlineData("why was Pythia released by EleutherAI")]
    [InlineData("why is Alpaca trained on the Pile")]
    [InlineData("why did Stability AI pick the name StableLM")]
    [InlineData("how come Vicuna has 13 billion parameters")]
    public async Task Why_is_not_answered_by_a_fact_without_a_reason(string question) =>
        Assert.NotNull((await Asking.AskAsync(question)).Abstained);

    [Theory]
    [InlineData("What is Pythia based on?")]
    [InlineData("What is Llama 2 based on?")]
    public async Task Direction_is_not_turned(string question)
    {
        var answer = await Asking.AskAsync(question);
        Assert.DoesNotContain("inverse", Assert.Single(answer.Queries), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who made Ｖicuna", "vicuna")]
    [InlineData("is Pythia 2 open", "")]
    [InlineData("Vicunna 9", "")]
    [InlineData("Stabel Vicuna", "stablevicuna")]
    public void Link(string text, string ids) => Assert.Equal(ids, string.Join(' ', Asking.Linker.Link(text, Tokenizer.Tokens(text)).Select(mention => mention.Entity.Id)));

    [Fact]
    public void Date()
    {
        string?[] words = ["the", "19", "th", "of", "march", "2023"];
        Assert.Equal("2023-03-19", Assert.Single(DateReader.Read(words, new bool[words.Length])).ToString());
    }

    [Fact]
    public async Task No_is_said_once() =>
        Assert.DoesNotContain("No. No", (await Asking.AskAsync("Do sources agree on when StableLM came out?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Comparison_of_licences_starts_no_side_with_no() =>
        Assert.DoesNotContain("No.", (await Asking.AskAsync("Compare the licences of GPT-4 and ChatGPT")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Comparison_tells_also_of_the_one_that_has_nothing() =>
        Assert.Contains("Pythia", (await Asking.AskAsync("What did Vicuna, Alpaca and Pythia come from?")).Text, StringComparison.Ordinal);
}
