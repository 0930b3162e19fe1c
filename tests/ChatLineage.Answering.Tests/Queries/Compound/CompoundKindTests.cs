namespace ChatLineage.Answering.Tests.Queries.Compound;

public sealed class CompoundKindTests
{
    [Theory]
    [InlineData("Vicuna: based on what, and by whom?", "related(vicuna, built_on", "Vicuna is fine-tuned from LLaMA.|LMSYS released Vicuna on 30 March 2023.", "vicuna-card")]
    [InlineData("who made Alpaca and what was it trained on?", "related(alpaca, released_by", "Stanford University released Alpaca on 13 March 2023.|Alpaca was trained on Alpaca dataset", "alpaca-repo graph")]
    [InlineData("what is StableVicuna built on and trained on?", "related(stablevicuna, built_on", "StableVicuna is fine-tuned from Vicuna|StableVicuna was trained on OASST1 and Alpaca dataset", "stability-repo stablevicuna-card")]
    public Task Evaluate_answers_each_question_in_turn(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
