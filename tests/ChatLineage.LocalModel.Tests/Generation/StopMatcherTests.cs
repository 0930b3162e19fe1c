using ChatLineage.LocalModel.Generation;

namespace ChatLineage.LocalModel.Tests.Generation;

public sealed class StopMatcherTests
{
    [Theory]
    [InlineData("abc", new string[0], "abc", false)]
    [InlineData("one\nQuestion: two", new[] { "\nQuestion:" }, "one", true)]
    [InlineData("aab", new[] { "ab" }, "a", true)]
    [InlineData("ababac", new[] { "abac" }, "ab", true)]
    [InlineData("x END y STOP", new[] { "STOP", "END" }, "x ", true)]
    [InlineData("STOP", new[] { "STOP" }, "", true)]
    [InlineData("no STO", new[] { "STOP" }, "no STO", false)]
    [InlineData("text", new[] { "" }, "text", false)]
    public void Append_in_pieces_of_any_size_releases_the_text_before_the_stop(string text, string[] stops, string expected, bool stopped)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var matcher = new StopMatcher(stops);
            var released = "";
            foreach (var piece in text.Chunk(size))
            {
                released += matcher.Append(new string(piece));
                Assert.StartsWith(released, expected, StringComparison.Ordinal);
            }

            Assert.Equal(expected, released + matcher.Finish());
            Assert.Equal(stopped, matcher.Stopped);
        }
    }

    [Fact]
    public void Append_text_that_cannot_begin_a_stop_is_released_at_once()
    {
        var matcher = new StopMatcher(["STOP"]);

        Assert.Equal("quick ", matcher.Append("quick ST"));
        Assert.Equal("STARK", matcher.Append("ARK"));
    }
}
