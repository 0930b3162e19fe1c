using System.Text;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Tests.Notes;

public sealed class NoteTextTests
{
    [Theory]
    [InlineData("plain words")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("it's")]
    [InlineData("'quoted'")]
    [InlineData("\"double\"")]
    [InlineData("- dash")]
    [InlineData("[list], {map}")]
    [InlineData("ends with:")]
    [InlineData(" spaces ")]
    [InlineData("two\nlines\tand\aa bell \\ slash")]
    [InlineData("true")]
    [InlineData("~")]
    [InlineData("12B")]
    [InlineData("2023-04")]
    [InlineData("naïve 模型 🙂")]
    [InlineData("@at `tick` %percent |pipe >more *star &and !bang ?mark")]
    [InlineData("\u0085next\u2028line")]
    public void Written_values_read_back(string value)
    {
        var text = new StringBuilder("---\nid: x\nkind: model\n");
        NoteText.Field(text, "", "name", value);
        text.Append("aliases: ").Append(NoteText.List([value, "other"])).Append("\n---\n");
        var findings = new List<ChatLineage.Knowledge.Lint.Finding>();

        var note = NoteReader.Read("models/x.md", text.ToString(), findings);

        Assert.Empty(findings);
        Assert.Equal(value, note!.Name.Value);
        Assert.Equal([value, "other"], note.Aliases.Select(alias => alias.Value));
    }
}
