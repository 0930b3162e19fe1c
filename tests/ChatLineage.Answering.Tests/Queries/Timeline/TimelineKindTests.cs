namespace ChatLineage.Answering.Tests.Queries.Timeline;

public sealed class TimelineKindTests
{
    [Theory]
    [InlineData("what happened in April 2023?", "timeline(; 2023-04-01..2023-04-30)", "3 April 2023: Pythia, by EleutherAI.|15 April 2023: Open Assistant|19 April 2023: StableLM-Alpha|25 April 2023: HuggingChat|28 April 2023: StableVicuna", "pythia-paper")]
    [InlineData("what came out in March 2023", "timeline(; 2023-03-01..2023-03-31)", "3 March 2023: LLaMA leak.|13 March 2023: Alpaca|14 March 2023: GPT-4|30 March 2023: Vicuna", "news")]
    [InlineData("timeline of Stability AI", "timeline(stability-ai; ..)", "^19 April 2023: StableLM-Alpha, by Stability AI.|28 April 2023: StableVicuna", "stability-repo")]
    [InlineData("history of LLaMA", "timeline(llama; ..)", "^24 February 2023: LLaMA, by Meta AI.|3 March 2023: LLaMA leak.|18 July 2023: Llama 2", "llama-card")]
    [InlineData("which models did Stability AI release in 2023?", "", "StableVicuna", "stability-repo")]
    [InlineData("models released after July 2023", "timeline(; 2023-08-01..", "1 August 2023: Vicuna 1.5|27 September 2023: Mistral 7B|6 December 2023: Gemini", "vicuna-card")]
    [InlineData("what happened on 24 february 2023", "timeline(; 2023-02-24..2023-02-24)", "^24 February 2023: LLaMA, by Meta AI.", "llama-card")]
    public Task Evaluate_dated_facts_in_order(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("what happened in 1999?", "timeline(; 1999", AbstentionReason.NotRecorded, "anything dated there", "")]
    [InlineData("what happened on 3 jan 2023", "timeline(; 2023-01-03..2023-01-03)", AbstentionReason.NotRecorded, "anything dated there", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
