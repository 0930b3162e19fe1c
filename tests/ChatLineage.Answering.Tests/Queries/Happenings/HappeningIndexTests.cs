using ChatLineage.Answering.Queries.Happenings;

namespace ChatLineage.Answering.Tests.Queries.Happenings;

public sealed class HappeningIndexTests
{
    private static readonly HappeningIndex Index = new(ShippedNotes.Knowledge);

    [Theory]
    [InlineData("what month did emad quit stability", "event-mostaque-resigns")]
    [InlineData("what was the fuss about ollama in april 2026", "event-ollama-attribution")]
    [InlineData("when did ggml join Hugging Face", "event-ggml-joins-hf")]
    [InlineData("who bought MosaicML", "event-databricks-mosaicml")]
    [InlineData("inflection ai and microsoft: what happened", "event-inflection-microsoft")]
    [InlineData("what happened to Open Assistant in the end", "event-open-assistant-end")]
    [InlineData("are inflection ai and microsoft related", null)]
    [InlineData("when was Llama 2 released", null)]
    [InlineData("who made Ollama", null)]
    [InlineData("when did it happen", null)]
    public void Find_takes_the_event_of_the_party_and_the_sort(string question, string? id) =>
        Assert.Equal(id, Index.Find(ShippedNotes.Shapes.Read(question))?.Id);

    [Theory]
    [InlineData("quit", "steps")]
    [InlineData("acquired", "bought")]
    [InlineData("joined", "joins")]
    public void SortOf_synonyms_is_the_same(string left, string right) => Assert.Equal(HappeningWords.SortOf(left), HappeningWords.SortOf(right));
}
