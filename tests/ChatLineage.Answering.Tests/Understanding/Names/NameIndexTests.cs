namespace ChatLineage.Answering.Tests.Understanding.Names;

public sealed class NameIndexTests
{
    [Theory]
    [InlineData("llama", "llama")]
    [InlineData("llama1", "llama")]
    [InlineData("mistral", "mistral-7b")]
    [InlineData("pile", "pile")]
    [InlineData("thepile", "pile")]
    [InlineData("meta", "meta-ai")]
    [InlineData("stability", "stability-ai")]
    [InlineData("apachelicence2.0", "licence-apache-2-0")]
    [InlineData("llamaleak", "event-llama-leak")]
    public void Find_name_alias_and_short_form(string key, string id) =>
        Assert.Equal(id, Asking.Names.Find(key)[0].Entity.Id);

    [Fact]
    public void Find_name_of_several_gives_all_the_best_known_first() =>
        Assert.Equal(["guanaco", "guanaco-7b"], Asking.Names.Find("guanaco").Select(entry => entry.Entity.Id));

    [Fact]
    public void Find_own_name_stands_before_a_name_without_its_bracket() =>
        Assert.Equal(["gemini", "gemini-chatbot"], Asking.Names.Find("gemini").Select(entry => entry.Entity.Id));

    [Theory]
    [InlineData("vicunna", "vicuna")]
    [InlineData("vicuan", "vicuna")]
    [InlineData("stablevicunna", "stablevicuna")]
    [InlineData("huggignchta", "huggingchat")]
    [InlineData("opanassistnt", "open-assistant")]
    public void FindNear_misspelt_name_gives_the_entity(string key, string id) =>
        Assert.Equal(id, Asking.Names.FindNear(key)[0].Entity.Id);

    [Theory]
    [InlineData("llama3")]
    [InlineData("mistral8b")]
    [InlineData("oasst2")]
    [InlineData("vicuna15")]
    public void FindNear_other_digits_gives_nothing(string key) => Assert.Empty(Asking.Names.FindNear(key));

    [Theory]
    [InlineData("llam")]
    [InlineData("brad")]
    [InlineData("zorblax")]
    [InlineData("")]
    public void FindNear_short_or_far_gives_nothing(string key) => Assert.Empty(Asking.Names.FindNear(key));
}
