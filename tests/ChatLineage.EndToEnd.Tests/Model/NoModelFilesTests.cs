namespace ChatLineage.EndToEnd.Tests.Model;

/// <summary>The program in a folder of its own, with its notes and prompts but without any model file.</summary>
public sealed class NoModelFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NoModelFilesTests()
    {
        Copy(AppContext.BaseDirectory, Path.Combine(_folder.Path, "program"));
        Copy(Path.Combine(BuiltProgram.Root, "prompts"), Path.Combine(_folder.Path, "program", "prompts"));
    }

    [Fact]
    public async Task Ask_answers_and_says_in_one_line_how_to_add_a_model()
    {
        var run = await RunAsync("ask", "Who wrote the Google memo?");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains("chatlineage model list", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(sign => sign == '\n'));
    }

    [Fact]
    public async Task Chat_answers_and_finds_what_is_asked_in_other_words()
    {
        var run = await RunAsync("chat");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains("chatlineage model list", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_and_verify_say_that_none_is_here()
    {
        var list = await RunAsync("model", "list");
        var verify = await RunAsync("model", "verify");

        Assert.Equal((0, 0), (list.ExitCode, verify.ExitCode));
        Assert.DoesNotContain("in use", list.Output, StringComparison.Ordinal);
        Assert.Contains("no model files", verify.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProgramRun> RunAsync(params string[] arguments)
    {
        string[] all = arguments[0] is "ask" or "chat" ? [.. arguments, "--knowledge", BuiltProgram.Knowledge] : arguments;
        var environment = new Dictionary<string, string> { ["CHATLINEAGE_LocalModel__DownloadFolder"] = Path.Combine(_folder.Path, "downloads") };
        return BuiltProgram.RunAsync(Path.Combine(_folder.Path, "program", "chatlineage.dll"), all, "who wrote the google memo\n", _folder.Path, environment);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
