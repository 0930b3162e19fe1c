using ChatLineage.Retrieval.Watching;

namespace ChatLineage.Retrieval.Tests.Watching;

public sealed class FolderStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FolderStateTests()
    {
        _folder.Write("models/a.md", "a");
        _folder.Write("models/b.md", "b");
        _folder.Write("sources/s.yaml", "s");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Changes_added_removed_and_written_files_are_named_once()
    {
        var state = new FolderState(_folder.Path);
        Assert.Empty(state.Changes());
        _folder.Write("models/c.md", "c");
        _folder.Write("models/a.md", "longer");
        File.Delete(_folder["models/b.md"]);
        File.SetLastWriteTimeUtc(_folder["sources/s.yaml"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["models/a.md", "models/b.md", "models/c.md", "sources/s.yaml"], state.Changes().Order());
        Assert.Empty(state.Changes());
    }

    [Fact]
    public void Changes_renamed_folder_is_all_of_its_files()
    {
        var state = new FolderState(_folder.Path);
        Directory.Move(_folder["models"], _folder["tools"]);

        Assert.Equal(["models/a.md", "models/b.md", "tools/a.md", "tools/b.md"], state.Changes().Order());
    }

    [Theory]
    [InlineData("models/a.md", true)]
    [InlineData("sources/x/y.yaml", true)]
    [InlineData("a.md", false)]
    [InlineData("models/README.md", false)]
    [InlineData("models/a.md~", false)]
    [InlineData("models/.a.md.swp", false)]
    [InlineData("models/.a.md", false)]
    [InlineData(".git/a.md", false)]
    [InlineData("models/4913", false)]
    public void IsKnowledge_temporary_files_and_documentation_are_none(string path, bool expected) =>
        Assert.Equal(expected, FolderState.IsKnowledge(path));
}
