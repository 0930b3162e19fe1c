using ChatLineage.Retrieval.Watching;

namespace ChatLineage.Retrieval.Tests.Watching;

/// <summary>The one place where the operating system's own events are waited for.</summary>
public sealed class FolderEventsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changed_written_and_renamed_files_are_told_relative_to_the_folder()
    {
        _folder.Write("models/a.md", "a");
        using var events = new FolderEvents(_folder.Path);
        var told = new Told<string?>();
        events.Changed += told.Report;
        events.Start();

        _folder.Write("models/a.md", "aa");
        Assert.Equal("models/a.md", await told.NextAsync());

        File.Move(_folder["models/a.md"], _folder["models/b.md"]);
        while (await told.NextAsync() != "models/b.md")
        {
        }
    }
}
