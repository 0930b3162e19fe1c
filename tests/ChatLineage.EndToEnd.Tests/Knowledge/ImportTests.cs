namespace ChatLineage.EndToEnd.Tests.Knowledge;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_missing_folder_exits_with_one_and_names_it()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "import", "no-such-tables", "--knowledge", _folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no-such-tables", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_without_a_folder_is_misuse()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "import");

        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Check_of_the_shipped_notes_has_nothing_to_report()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("nothing to report", run.Output, StringComparison.Ordinal);
    }
}
