namespace ChatLineage.Answering.Tests.Queries.Impact;

public sealed class ImpactKindTests
{
    [Theory]
    [InlineData("What breaks if Meta withdraws LLaMA?", "impact(llama)", "^8 recorded models, datasets and tools come from LLaMA.|Directly: |Vicuna|Through them: |StableVicuna (by Vicuna)|HuggingChat (by OASST LLaMA 30B)", "oa-blog vicuna-card")]
    [InlineData("what depends on LLaMA", "impact(llama)", "^8 recorded|Directly: |Alpaca|Through them: ", "oa-blog vicuna-card")]
    [InlineData("If Vicuna disappears, what is affected?", "impact(vicuna)", "StableVicuna", "stability-repo stablevicuna-card")]
    [InlineData("what if the Alpaca dataset disappeared", "impact(alpaca-52k)", "Directly: |StableVicuna|Alpaca|GuanacoDataset|Guanaco 7B (JosephusCheung) (by GuanacoDataset)", "stablevicuna-card alpaca-repo news")]
    public Task Evaluate_tells_what_comes_of_it_by_distance(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("what breaks if Mistral 7B is withdrawn", "impact(mistral-7b)", AbstentionReason.NotRecorded, "I don't know", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
