using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Tests.Understanding.Shape;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("in 2023", "2023")]
    [InlineData("april 2023", "2023-04")]
    [InlineData("28 April 2023", "2023-04-28")]
    [InlineData("April 28, 2023", "2023-04-28")]
    [InlineData("april 28th 2023", "2023-04-28")]
    [InlineData("the 19th March 2023", "2023-03-19")]
    [InlineData("sept 2023", "2023-09")]
    [InlineData("3 jan 2023", "2023-01-03")]
    [InlineData("in may 2023", "2023-05")]
    [InlineData("March 19", "0001-03-19")]
    [InlineData("in March", "0001-03")]
    [InlineData("between 2022 and 2024", "2022 2024")]
    [InlineData("31 February 2023", "2023-02")]
    public void Read_any_way_of_writing_a_date(string text, string dates) => Assert.Equal(dates, Dates(text));

    [Theory]
    [InlineData("may I use it")]
    [InlineData("13 billion")]
    [InlineData("1234 rows")]
    [InlineData("marching on")]
    [InlineData("version 3")]
    [InlineData("")]
    public void Read_other_words_and_numbers_are_no_dates(string text) => Assert.Equal("", Dates(text));

    [Fact]
    public void Read_takes_the_words_of_the_date_only()
    {
        string?[] words = ["out", "on", "28", "april", "2023", "then"];
        var taken = new bool[words.Length];
        DateReader.Read(words, taken);
        Assert.Equal([false, false, true, true, true, false], taken);
    }

    private static string Dates(string text)
    {
        string?[] words = [.. Tokenizer.Tokens(text).Select(token => token.Text)];
        return string.Join(' ', DateReader.Read(words, new bool[words.Length]));
    }
}
