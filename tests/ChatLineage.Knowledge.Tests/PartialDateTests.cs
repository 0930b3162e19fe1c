namespace ChatLineage.Knowledge.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023", "in 2023", "2023-01-01", "2023-12-31")]
    [InlineData("2024-02", "February 2024", "in February 2024", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "February 2023", "in February 2023", "2023-02-01", "2023-02-28")]
    [InlineData("2023-04-28", "28 April 2023", "on 28 April 2023", "2023-04-28", "2023-04-28")]
    [InlineData("0001", "0001", "in 0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12-31", "31 December 9999", "on 31 December 9999", "9999-12-31", "9999-12-31")]
    public void TryParse_iso_text_reads_and_writes_back(string text, string words, string phrase, string earliest, string latest)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
        Assert.Equal(words, date.ToWords());
        Assert.Equal(phrase, date.ToPhrase());
        Assert.Equal(earliest, date.Earliest.ToString("O"));
        Assert.Equal(latest, date.Latest.ToString("O"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("0000")]
    [InlineData("02023")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-4")]
    [InlineData("2023-02-29")]
    [InlineData("2023-04-31")]
    [InlineData("2023-04-00")]
    [InlineData("2023-04-28-01")]
    [InlineData("2023/04/28")]
    [InlineData(" 2023")]
    [InlineData("+202")]
    [InlineData("２０２３")]
    [InlineData("28 April 2023")]
    public void TryParse_other_text_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2023-03", "2023-04", true, false)]
    [InlineData("2023-04", "2023-03", false, false)]
    [InlineData("2023", "2023-04-28", false, true)]
    [InlineData("2023-04-28", "2023", false, true)]
    [InlineData("2022", "2023-01-01", true, false)]
    [InlineData("2023-04", "2023-04-30", false, true)]
    [InlineData("2023-04-28", "2023-04-28", false, true)]
    [InlineData("2023-04-28", "2023-04-29", true, false)]
    public void IsBefore_and_Agrees_weigh_what_is_not_known(string left, string right, bool before, bool agrees)
    {
        Assert.Equal(before, Date(left).IsBefore(Date(right)));
        Assert.Equal(agrees, Date(left).Agrees(Date(right)));
        Assert.Equal(agrees, Date(right).Agrees(Date(left)));
    }

    [Fact]
    public void CompareTo_orders_by_earliest_day_then_precision()
    {
        string[] ordered = ["2022-12-31", "2023-01-01", "2023-01", "2023", "2023-01-02", "2023-02"];

        Assert.Equal(ordered, ordered.Reverse().Select(Date).Order().Select(date => date.ToString()));
        Assert.True(Date("2023") > Date("2023-01") && Date("2023-01") < Date("2023") && Date("2023") >= Date("2023")
            && Date("2023") <= Date("2023"));
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);
}
