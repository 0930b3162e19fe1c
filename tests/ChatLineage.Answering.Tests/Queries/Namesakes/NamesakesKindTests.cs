namespace ChatLineage.Answering.Tests.Queries.Namesakes;

public sealed class NamesakesKindTests
{
    [Theory]
    [InlineData("Guanaco, which one?", "namesakes(guanaco, guanaco-7b)", "^The notes know two things by that name:|University of Washington|Guanaco 7B (JosephusCheung)", "qlora-repo")]
    [InlineData("which Guanaco do they mean", "namesakes(guanaco, guanaco-7b)", "^The notes know two things by that name:", "qlora-repo")]
    [InlineData("are there two Guanacos?", "namesakes(guanaco, guanaco-7b)", "^The notes know two things by that name:", "qlora-repo")]
    [InlineData("is Gemini the chatbot or the model?", "namesakes(gemini, gemini-chatbot)", "two things by that name: Gemini is a closed model by Google|Gemini (chatbot) is a closed tool|Bard", "graph")]
    [InlineData("Gemini: model or app?", "namesakes(gemini, gemini-chatbot)", "two things by that name:", "graph")]
    public Task Evaluate_tells_things_of_one_name_apart(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
