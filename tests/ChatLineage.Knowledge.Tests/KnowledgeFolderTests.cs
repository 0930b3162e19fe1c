using System.Text;

namespace ChatLineage.Knowledge.Tests;

public sealed class KnowledgeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_no_folder_says_what_to_do() =>
        Assert.Contains("--knowledge", Assert.Throws<DirectoryNotFoundException>(() => KnowledgeFolder.Read(_folder["none"])).Message);

    [Fact]
    public void Read_documentation_and_hidden_files_are_no_notes()
    {
        _folder.Write("README.md", "# Notes");
        _folder.Write("sources/README.md", "# Sources");
        _folder.Write("note.schema.json", "{}");
        _folder.Write(".git/config", "x");
        _folder.Write("models/.swp", "x");

        var files = KnowledgeFolder.Read(_folder.Path);

        Assert.Empty(files.Findings);
        Assert.Empty(files.Notes);
    }

    [Theory]
    [InlineData("stray.md", "x", "CL009")]
    [InlineData("models/x.txt", "x", "CL009")]
    [InlineData("models/x.MD", "x", "CL009")]
    [InlineData("sources/x.yml", "x", "CL009")]
    [InlineData("models/x.yaml", "x", "CL009")]
    [InlineData("models/nul.md", "---\nid: x\0\n---\n", "CL001")]
    public void Read_file_that_is_nothing_is_a_finding(string path, string text, string rule)
    {
        _folder.Write(path, text);

        var finding = Assert.Single(KnowledgeFolder.Read(_folder.Path).Findings);
        Assert.Equal((rule, path), (finding.Rule.Id, finding.Path));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void Read_wrong_encoding_is_a_finding(string encoding)
    {
        var encoder = Encoding.GetEncoding(encoding);
        _folder.Write("models/x.md", [.. encoder.GetPreamble(), .. encoder.GetBytes("---\nid: x\nname: Café\nkind: model\n---\n")]);

        var finding = Assert.Single(KnowledgeFolder.Read(_folder.Path).Findings);
        Assert.Equal("CL001", finding.Rule.Id);
        Assert.Contains("not UTF-8", finding.Message);
    }

    [Fact]
    public void Read_fifty_megabytes_is_a_finding_without_reading_it()
    {
        _folder.Write("models/big.md", "");
        using (var stream = File.OpenWrite(_folder["models/big.md"]))
            stream.SetLength(50 * 1024 * 1024);

        var finding = Assert.Single(KnowledgeFolder.Read(_folder.Path).Findings);
        Assert.Equal(("CL001", "the file has 50 MB, more than 4"), (finding.Rule.Id, finding.Message));
    }

    [Fact]
    public void Read_links_are_reported_and_not_followed()
    {
        _folder.Write("models/x.md", "---\nid: x\nname: X\nkind: model\n---\n");
        File.CreateSymbolicLink(_folder["models/loop.md"], _folder["models/loop.md"]);
        File.CreateSymbolicLink(_folder["models/gone.md"], _folder["models/nothing"]);
        Directory.CreateSymbolicLink(_folder["models/up"], _folder.Path);

        var files = KnowledgeFolder.Read(_folder.Path);

        Assert.Equal("x", Assert.Single(files.Notes).Id.Value);
        Assert.Equal(["models/gone.md", "models/loop.md", "models/up"], files.Findings.Select(finding => finding.Path).Order());
        Assert.All(files.Findings, finding => Assert.Contains("link", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_names_beyond_ascii_are_read()
    {
        _folder.Write("models/模型.md", "---\nid: moxing\nname: 模型\nkind: model\naliases: [Größe, 'naïve 🙂']\n---\n");

        var note = Assert.Single(KnowledgeFolder.Read(_folder.Path).Notes);
        Assert.Equal(("模型", "naïve 🙂"), (note.Name.Value, note.Aliases[1].Value));
    }
}
