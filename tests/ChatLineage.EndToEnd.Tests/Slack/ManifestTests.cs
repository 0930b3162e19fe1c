namespace ChatLineage.EndToEnd.Tests.Slack;

/// <summary><c>chatlineage slack manifest</c></summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task Manifest_printed_is_the_one_in_the_repository()
    {
        var run = await BuiltProgram.RunAsync("slack", "manifest");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(BuiltProgram.Root, "slack-manifest.yaml")), run.Output);
    }

    [Fact]
    public async Task Manifest_for_http_names_the_address_everywhere_and_switches_the_socket_off()
    {
        var run = await BuiltProgram.RunAsync("slack", "manifest", "--mode", "http", "--url", "https://bot.example.org/slack");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, run.Output.Split("https://bot.example.org/slack").Length);
        Assert.Contains("socket_mode_enabled: false", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mode", "http")]
    [InlineData("--mode", "http", "--url", "http://bot.example.org/")]
    [InlineData("--mode", "http", "--url", "bot")]
    [InlineData("--url", "https://bot.example.org/")]
    public async Task Manifest_with_a_wrong_address_says_how_it_is_used(params string[] options)
    {
        var run = await BuiltProgram.RunAsync(["slack", "manifest", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--url", run.Errors, StringComparison.Ordinal);
    }
}
