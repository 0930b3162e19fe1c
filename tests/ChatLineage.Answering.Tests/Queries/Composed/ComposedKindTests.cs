namespace ChatLineage.Answering.Tests.Queries.Composed;

public sealed class ComposedKindTests
{
    [Theory]
    [InlineData("who made the base of StableVicuna?", "related(related(stablevicuna, built_on), released_by)", "LMSYS|StableVicuna is fine-tuned from Vicuna", "vicuna-card")]
    [InlineData("what was the base model of StableVicuna trained on?", "related(related(stablevicuna, built_on), trained_on)", "ShareGPT|StableVicuna is fine-tuned from Vicuna", "vicuna-card")]
    [InlineData("who released the dataset that Guanaco was trained on", "related(related(guanaco, trained_on), released_by)", "LAION|Guanaco (QLoRA) was trained on OASST1", "oasst-card")]
    public Task Evaluate_follows_one_relation_after_the_other(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
