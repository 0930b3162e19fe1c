using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Tests.Understanding.Names;

public sealed class EntityLinkerTests
{
    [Theory]
    [InlineData("is Stable Vicuna built on Vicuna", "stablevicuna vicuna")]
    [InlineData("Vicuna 1.5 and Vicuna", "vicuna-1-5 vicuna")]
    [InlineData("OASST LLaMA 30B or LLaMA", "oasst-llama-30b llama")]
    [InlineData("the Alpaca dataset and Alpaca", "alpaca-52k alpaca")]
    [InlineData("the LLaMA licence", "licence-llama")]
    [InlineData("Google Bard by Google", "bard google")]
    [InlineData("Stanford Alpaca", "alpaca")]
    public void Link_overlapping_names_takes_the_longest(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("gpt4")]
    [InlineData("GPT 4")]
    [InlineData("GPT-4")]
    [InlineData("gpt-4's maker")]
    [InlineData("what is gpt4, really")]
    public void Link_digits_joined_or_apart_is_one_name(string text) => Assert.Equal("gpt-4", Linked(text));

    [Theory]
    [InlineData("VICUNA", "vicuna")]
    [InlineData("stable-vicuna", "stablevicuna")]
    [InlineData("hugging chat", "huggingchat")]
    [InlineData("open assistant", "open-assistant")]
    [InlineData("cc by nc 4.0", "licence-cc-by-nc-4")]
    [InlineData("Llama 2 Community Licence", "licence-llama-2")]
    public void Link_any_spelling_of_a_name_finds_it(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("Vicuna's base", "vicuna")]
    [InlineData("Vicuna’s base", "vicuna")]
    [InlineData("Vicunas", "vicuna")]
    [InlineData("the alpacas", "alpaca")]
    [InlineData("Guanacos", "guanaco")]
    public void Link_plural_and_possessive_find_the_name(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("when did Llama 7 come out")]
    [InlineData("Vicuna 9")]
    [InlineData("GPT-5")]
    public void Link_another_version_is_not_the_one_that_is_known(string text) => Assert.Equal("", Linked(text));

    [Theory]
    [InlineData("LLaMA 13B", "llama")]
    [InlineData("Vicuna-13B", "vicuna")]
    [InlineData("Llama 2 70B", "llama-2")]
    [InlineData("Vicuna 2023", "vicuna")]
    public void Link_size_or_year_behind_a_name_leaves_it(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("who made Vicunna", "vicuna")]
    [InlineData("StabelVicuna", "stablevicuna")]
    [InlineData("Open Asistant", "open-assistant")]
    [InlineData("HugingChat", "huggingchat")]
    public void Link_typo_is_corrected_and_said_so(string text, string ids)
    {
        Assert.Equal(ids, Linked(text));
        Assert.True(Asking.Linker.Link(text, Tokenizer.Tokens(text))[0].Corrected);
    }

    [Theory]
    [InlineData("OASST2")]
    [InlineData("GPT-34")]
    public void Link_typo_never_crosses_digits(string text) => Assert.Equal("", Linked(text));

    [Fact]
    public void Link_every_own_name_finds_its_entity_and_is_not_corrected()
    {
        Assert.NotEmpty(Asking.Knowledge.Entities);
        foreach (var entity in Asking.Knowledge.Entities)
        {
            var mention = Assert.Single(Asking.Linker.Link("about " + entity.Name, Tokenizer.Tokens("about " + entity.Name)));
            Assert.Equal(entity, mention.Entity);
            Assert.False(mention.Corrected);
        }
    }

    [Theory]
    [InlineData("what happened on 3 jan 2023, tell me about LLaMA", "llama")]
    [InlineData("do LLaMA and Vicuna work together", "llama vicuna")]
    [InlineData("please continue with Vicuna", "vicuna")]
    [InlineData("on jan 3 LLaMA", "llama")]
    public void Link_everyday_word_beside_a_name_is_no_name(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("under which licence is Continue", "continue")]
    [InlineData("is it by Together", "together")]
    [InlineData("what is \"continue\" beside Vicuna", "continue vicuna")]
    public void Link_everyday_word_written_as_a_name_is_one(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Theory]
    [InlineData("is it Stable, Vicuna", "vicuna")]
    [InlineData("he is Stable. Vicuna", "vicuna")]
    [InlineData("Llama: 2 of them", "llama")]
    public void Link_punctuation_ends_a_name(string text, string ids) => Assert.Equal(ids, Linked(text));

    [Fact]
    public void Link_shared_name_gives_the_others_too()
    {
        var mention = Assert.Single(Asking.Linker.Link("Guanaco", Tokenizer.Tokens("Guanaco")));
        Assert.Equal("guanaco", mention.Entity.Id);
        Assert.Equal("guanaco-7b", Assert.Single(mention.Others).Id);
    }

    private static string Linked(string text) => string.Join(' ', Asking.Linker.Link(text, Tokenizer.Tokens(text)).Select(mention => mention.Entity.Id));
}
