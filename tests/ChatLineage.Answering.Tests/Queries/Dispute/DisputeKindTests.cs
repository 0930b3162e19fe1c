namespace ChatLineage.Answering.Tests.Queries.Dispute;

public sealed class DisputeKindTests
{
    [Theory]
    [InlineData("StableVicuna is a version of StableLM, right?", "", "^No. StableVicuna is fine-tuned from Vicuna|One article says that StableVicuna is fine-tuned from StableLM-Alpha, but maker and card both name Vicuna.", "stability-repo stablevicuna-card")]
    [InlineData("is StableVicuna tuned from StableLM?", "", "^No. StableVicuna is fine-tuned from Vicuna|One article says that StableVicuna is fine-tuned from StableLM-Alpha", "stability-repo stablevicuna-card")]
    [InlineData("StableVicuna: Vicuna or StableLM?", "conflict(stablevicuna, fine_tuned_from)", "^StableVicuna is fine-tuned from Vicuna|One article says", "stability-repo stablevicuna-card")]
    [InlineData("which of the two, StableLM or Vicuna, is StableVicuna built on?", "conflict(stablevicuna, fine_tuned_from)", "^StableVicuna is fine-tuned from Vicuna", "stability-repo stablevicuna-card")]
    [InlineData("do sources disagree about the licence of Vicuna?", "conflict(vicuna, licensed_under)", "^Yes. On the licence of Vicuna, LLaMA licence is better supported: Apache covers the FastChat code|One database says that Vicuna is licensed under Apache 2.0.", "vicuna-card")]
    public Task Evaluate_tells_what_holds_and_who_says_otherwise(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("are there conflicting claims about Pythia?", "conflict(pythia)", AbstentionReason.NotRecorded, "They do record this: Pythia was trained on The Pile.", "pythia-paper")]
    [InlineData("do sources disagree about Alpaca", "conflict(alpaca)", AbstentionReason.NotRecorded, "I don't know", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
