namespace ChatLineage.Answering.Tests.Queries.Members;

public sealed class MembersKindTests
{
    [Theory]
    [InlineData("which models did Meta release", "set(model by Meta AI", "LLaMA and Llama 2", "llama-card llama2-page")]
    [InlineData("how many models by Meta", "set(model by Meta AI", "^2 models by Meta AI in the notes: LLaMA and Llama 2.", "llama-card llama2-page")]
    [InlineData("list the models of Stability AI", "set(model by Stability AI", "StableVicuna and StableLM-Alpha", "stability-repo")]
    [InlineData("which models are under Apache 2.0?", "set(model under Apache License 2.0", "Pythia, OASST Pythia 12B and Mistral 7B", "pythia-paper oa-blog mistral-news")]
    [InlineData("models under Apache not from Mistral AI", "set(model not by Mistral AI under Apache License 2.0", "Pythia and OASST Pythia 12B", "pythia-paper oa-blog")]
    [InlineData("which tools under Apache 2.0", "set(tool under Apache License 2.0", "Continue and Jan", "graph")]
    [InlineData("how many datasets by EleutherAI", "set(dataset by EleutherAI", "^1 dataset by EleutherAI in the notes: The Pile.", "pythia-paper")]
    public Task Evaluate_lists_or_counts_what_fits(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);

    [Theory]
    [InlineData("which datasets did Google release", "set(dataset by Google", AbstentionReason.NotRecorded, "any datasets by Google", "")]
    [InlineData("how many tools by Meta", "set(tool by Meta AI", AbstentionReason.NotRecorded, "any tools by Meta AI", "")]
    public Task Evaluate_nothing_recorded_says_so_with_the_nearest(string question, string query, AbstentionReason reason, string says, string cites) =>
        Expect.AbstentionAsync(question, query, reason, says, cites);
}
