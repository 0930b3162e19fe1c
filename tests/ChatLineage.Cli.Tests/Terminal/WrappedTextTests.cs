using ChatLineage.Cli.Terminal;

namespace ChatLineage.Cli.Tests.Terminal;

public sealed class WrappedTextTests
{
    [Fact]
    public void Write_in_pieces_wraps_as_if_in_one()
    {
        Assert.Equal("one two\nthree four", Written(10, text =>
        {
            text.Write("one two");
            text.Write(" three four");
        }));
    }

    [Fact]
    public void Write_citation_stays_with_its_word()
    {
        Assert.Equal("it is\nVicuna [1][2].", Written(10, text => text.Write("it is Vicuna [1][2].")));
    }

    [Fact]
    public void Write_word_wider_than_the_line_stands_alone()
    {
        Assert.Equal("a\nhttps://example.org\nb", Written(5, text => text.Write("a https://example.org b")));
    }

    [Fact]
    public void Write_without_width_breaks_nothing()
    {
        Assert.DoesNotContain('\n', Written(null, text => text.Write(new string('a', 300) + " b")));
    }

    [Fact]
    public void WriteLine_indents_what_is_wrapped_and_keeps_leading_spaces()
    {
        Assert.Equal("  [1] one\n      two\n      three\n", Written(12, text => text.WriteLine("  [1] one two three", "      ")));
    }

    private static string Written(int? width, Action<WrappedText> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new WrappedText(output, width));
        return output.ToString();
    }
}
