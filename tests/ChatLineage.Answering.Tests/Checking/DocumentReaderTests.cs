using ChatLineage.Answering.Checking.Documents;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Tests.Checking;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Read_markdown_leaves_prose_without_markup()
    {
        const string Text = "# A title\n\nVicuna **is** a [tune](https://example.org/a) of `LLaMA`.\n\n```\nAlpaca is code.\n```\n\n- Koala too.\n- Dolly as well.\n\n| Alpaca | table |\n";

        var sentences = DocumentReader.Read(Text).Sentences.Select(sentence => sentence.Text);

        Assert.Equal(["Vicuna is a tune of LLaMA .", "Koala too.", "Dolly as well."], sentences);
    }

    [Fact]
    public void Read_gives_every_sentence_its_place_in_the_original_text()
    {
        const string Text = "First one.\nSecond *one*\nends here. Third.";

        var document = DocumentReader.Read(Text);

        Assert.Equal([(1, 1), (2, 1), (3, 12)], document.Sentences.Select(sentence => (sentence.Place.Line, sentence.Place.Column)));
        Assert.Equal("Second *one*\nends here.", Text.Substring(document.Sentences[1].Place.Offset, document.Sentences[1].Place.Length));
        Assert.Equal("Second one ends here.", document.Sentences[1].Text);
    }

    [Theory]
    [InlineData("It holds 5.85 billion pairs. It is big.", 2)]
    [InlineData("Meta Platforms Inc. released it. Others did not.", 2)]
    [InlineData("They decide it.But this is precarious.", 2)]
    [InlineData("In their free time.\"Meta has done well,\" says she.", 2)]
    [InlineData("Is it open? Yes! Quite so…", 3)]
    [InlineData("It runs llama.cpp. vLLM does not.", 2)]
    [InlineData("J. Smith wrote it, e.g. for U.S. users.", 1)]
    public void Read_paragraph_cuts_it_into_sentences(string text, int count) => Assert.Equal(count, DocumentReader.Read(text).Sentences.Length);

    [Fact]
    public void Read_control_signs_leaves_none_for_the_terminal() =>
        Assert.Equal("Vicuna [31m is red.", DocumentReader.Read("Vicuna \u001b[31m is red.").Sentences[0].Text);

    [Fact]
    public void Read_front_matter_gives_the_day_of_the_text()
    {
        Assert.Equal(new PartialDate(2023, 5, 12), DocumentReader.Read("---\ntitle: x\ndate: 2023-05-12\n---\nText.").Written);
        Assert.Null(DocumentReader.Read("The date: 2023-05-12 is no front matter.").Written);
    }
}
