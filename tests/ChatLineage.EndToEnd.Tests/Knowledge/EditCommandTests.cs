using System.Diagnostics;

namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>The commands that make and review changes, over small notes.</summary>
public sealed class EditCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _notes;

    public EditCommandTests() => _notes = NotesFolder.WriteSmall(_folder);

    public void Dispose()
    {
        // Git keeps its objects read-only, which keeps them from being deleted on some systems.
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task New_note_passes_the_check_and_is_not_made_twice()
    {
        var made = await RunAsync("knowledge", "new", "dataset", "Café Talks 2");
        var check = await RunAsync("knowledge", "check");
        var again = await RunAsync("knowledge", "new", "dataset", "Café Talks 2");

        Assert.Equal((0, 0, 1), (made.ExitCode, check.ExitCode, again.ExitCode));
        Assert.Contains("id: cafe-talks-2\nname: Café Talks 2\nkind: dataset\n", File.ReadAllText(Path.Combine(_notes, "datasets", "cafe-talks-2.md")));
        Assert.Contains("belongs to Café Talks 2 in datasets/cafe-talks-2.md", again.Errors);
    }

    [Theory]
    [InlineData("日本語", "No id can be made from '日本語'. Give one with --id")]
    [InlineData("The tune", "The id 'the-tune'")]
    public async Task New_note_without_a_free_id_says_so(string name, string message)
    {
        _folder.Write("knowledge/models/the-tune.md", "---\nid: the-tune\nname: Tune\nkind: model\n---\n");

        var run = await RunAsync("knowledge", "new", "model", name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors);
    }

    [Fact]
    public async Task New_note_of_an_unknown_kind_is_misuse() =>
        Assert.Equal(2, (await RunAsync("knowledge", "new", "robot", "X")).ExitCode);

    [Fact]
    public async Task Diff_tells_what_the_change_does_to_claims_and_roots()
    {
        Git("init", "--quiet");
        Git("add", ".");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "notes");
        _folder.Write("knowledge/models/tune.md", "---\nid: tune\nname: The tune\nkind: model\nsource: card\n---\n");

        var same = await RunAsync("knowledge", "diff", "HEAD", "--knowledge", _notes);
        var unknown = await RunAsync("knowledge", "diff", "--", "-x");

        Assert.Equal(0, same.ExitCode);
        Assert.Contains("  - tune fine_tuned_from base", same.Output);
        Assert.Contains("  ~ merge: base -> tune\n", same.Output);
        Assert.Contains("0 claims added, 1 removed, 0 changed", same.Output);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("there is no revision '-x'", unknown.Errors);
    }

    [Fact]
    public async Task Diff_outside_a_repository_says_so()
    {
        var run = await BuiltProgram.RunAsync(["knowledge", "diff", "HEAD", "--knowledge", _notes], "", _folder.Path, new() { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_folder.Path)! });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The notes of 'HEAD' cannot be read", run.Errors);
        Assert.Contains("not a git repository", run.Errors);
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => BuiltProgram.RunAsync(arguments, "", _folder.Path, []);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", _folder.Path, .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
