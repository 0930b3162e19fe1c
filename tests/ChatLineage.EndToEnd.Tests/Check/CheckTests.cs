using System.Text.Json;

namespace ChatLineage.EndToEnd.Tests.Check;

public sealed class CheckTests
{
    [Fact]
    public async Task Check_file_lists_verdicts_places_and_sources()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("post.md", "# Post\n\nVicuna is built on LLaMA. Alpaca was released by Google.\n");

        var run = await BuiltProgram.RunAsync("check", file);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.Contains("3:1 “Vicuna is built on LLaMA.”\n  SUPPORTED", run.Output, StringComparison.Ordinal);
        Assert.Contains("3:27 “Alpaca was released by Google.”\n  CONTRADICTED", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n\[1\] .+\n", run.Output);
    }

    [Fact]
    public async Task Check_piped_text_prints_json()
    {
        var run = await BuiltProgram.RunAsync(["check", "-", "--format", "json"], "Alpaca was released by Google.", BuiltProgram.Root, []);

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("contradicted", json.RootElement.GetProperty("statements")[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("missing.md", null, "There is no file")]
    [InlineData("empty.md", " \n", "is empty")]
    [InlineData("binary.md", "PNG\0\u0001", "is not UTF-8 text")]
    public async Task Check_file_that_cannot_be_checked_says_why(string name, string? content, string says)
    {
        using var folder = new TemporaryFolder();
        var file = content is null ? Path.Combine(folder.Path, name) : folder.Write(name, content);

        var run = await BuiltProgram.RunAsync("check", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
        Assert.Contains(name, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_text_beyond_the_limit_says_so()
    {
        using var folder = new TemporaryFolder();

        var run = await BuiltProgram.RunAsync("check", folder.Write("long.txt", new string('a', 600_000)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("500,000", run.Errors, StringComparison.Ordinal);
    }
}
