using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Understanding.Examples;

namespace ChatLineage.Answering.Tests.Understanding.Examples;

public sealed class ExampleBookTests
{
    [Fact]
    public void Nearest_same_wording_is_one_and_other_wording_less()
    {
        var book = ExampleBook.Parse(["# comment", "", "who typed X => who created X", "X any catch => what restrictions does X inherit"], "examples.txt");

        Assert.Equal(1, book.Nearest("who typed X")!.Value.Nearness, precision: 6);
        Assert.InRange(book.Nearest("which people typed X")!.Value.Nearness, 0.2, 0.99);
        Assert.Equal("who typed X", book.Nearest("who typed it, X")!.Value.Example.Asked);
    }

    [Fact]
    public void Nearest_without_examples_is_nothing() => Assert.Null(ExampleBook.Empty.Nearest("who typed X"));

    [Theory]
    [InlineData("no arrow here")]
    [InlineData("=> plain")]
    [InlineData("asked =>")]
    public void Parse_line_of_another_form_is_refused_with_its_place(string line)
    {
        var refused = Assert.Throws<InvalidDataException>(() => ExampleBook.Parse(["# ok", line], "examples.txt"));

        Assert.Contains("examples.txt:2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_shipped_examples_all_lead_to_a_plain_question_or_to_unknown()
    {
        var book = ExampleBook.Load(PromptFolder.Find(null).Path);

        var (example, nearness) = book.Nearest("what's X's salary")!.Value;

        Assert.Null(example.Plain);
        Assert.Equal(1, nearness, precision: 6);
    }

    [Fact]
    public void Load_folder_without_examples_is_an_empty_book() =>
        Assert.Null(ExampleBook.Load(Path.GetTempPath()).Nearest("who typed X"));
}
