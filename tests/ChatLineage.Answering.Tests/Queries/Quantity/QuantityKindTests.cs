namespace ChatLineage.Answering.Tests.Queries.Quantity;

public sealed class QuantityKindTests
{
    [Theory]
    [InlineData("how many GPUs did Pythia need?", "quantity(pythia; gpus)", AbstentionReason.NotRecorded, "They do record this: Pythia was trained on The Pile.", "pythia-paper")]
    [InlineData("what batch size did Vicuna use", "quantity(vicuna; batch size)", AbstentionReason.NotRecorded, "the batch size", "")]
    [InlineData("how many volunteers has LLaMA", "quantity(llama; volunteers)", AbstentionReason.NotRecorded, "I don't know", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
