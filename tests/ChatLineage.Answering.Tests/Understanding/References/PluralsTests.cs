using ChatLineage.Answering.Understanding.References;

namespace ChatLineage.Answering.Tests.Understanding.References;

public sealed class PluralsTests
{
    [Theory]
    [InlineData("what were they both trained on", "what were GPT-Neo and GPT-J trained on")]
    [InlineData("their licences?", "GPT-Neo and GPT-J's licences?")]
    [InlineData("who made it", null)]
    public void WrittenOut_names_all_things_of_the_last_question(string text, string? written) =>
        Assert.Equal(written, Plurals.WrittenOut(text, Last("gpt-neo", "gpt-j")));

    [Fact]
    public void WrittenOut_after_one_thing_is_null() => Assert.Null(Plurals.WrittenOut("who made them", Last("gpt-neo", "eleutherai")));

    private static Answer Last(params string[] ids) =>
        new() { Question = "", Sentences = [], Entities = [.. ids.Select(id => ShippedNotes.Knowledge.FindEntity(id)!)] };
}
