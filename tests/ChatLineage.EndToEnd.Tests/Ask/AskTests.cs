using System.Text.Json;

namespace ChatLineage.EndToEnd.Tests.Ask;

public sealed class AskTests
{
    [Fact]
    public async Task Ask_without_a_model_prints_the_answer_then_its_sources()
    {
        var run = await BuiltProgram.RunAsync("ask", "Who wrote the Google memo?", "--no-model");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        var lines = run.Output.Split('\n');
        Assert.Contains("Sernau", lines[0], StringComparison.Ordinal);
        Assert.Contains("[1]", lines[0], StringComparison.Ordinal);
        Assert.Equal("", lines[1]);
        Assert.Equal("Sources:", lines[2]);
        Assert.Matches(@"^\[1\] .+\. .+\. https?://", lines[3]);
    }

    [Fact]
    public async Task Ask_with_the_shipped_model_answers_with_citations()
    {
        var run = await BuiltProgram.RunAsync("ask", "What is Alpaca fine-tuned from?", "--json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("LLaMA", json.RootElement.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(json.RootElement.GetProperty("citations").EnumerateArray());
        Assert.True(json.RootElement.GetProperty("timings").GetProperty("draftMs").GetDouble() > 0);
    }

    [Fact]
    public async Task Ask_off_topic_declines_and_is_no_failure()
    {
        var run = await BuiltProgram.RunAsync("ask", "Who won the 2022 World Cup?", "--no-model", "--json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("abstained").GetBoolean());
        Assert.Equal("offTopic", json.RootElement.GetProperty("reason").GetString());
        Assert.Empty(json.RootElement.GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task Ask_to_explain_says_what_was_understood_and_found()
    {
        var run = await BuiltProgram.RunAsync("ask", "Who made the Pile?", "--no-model", "--explain");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("How this answer came about:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Query: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Evidence 1: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_in_words_without_quotation_marks_is_one_question()
    {
        var run = await BuiltProgram.RunAsync("ask", "who", "wrote", "the", "google", "memo", "--no-model");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_where_the_model_file_is_missing_answers_and_says_so_in_one_line()
    {
        var environment = new Dictionary<string, string> { ["CHATLINEAGE_LocalModel__ModelPath"] = "no-such-model.gguf" };

        var run = await BuiltProgram.RunAsync(["ask", "Who wrote the Google memo?"], "", BuiltProgram.Root, environment);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains("no-such-model.gguf", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(sign => sign == '\n'));
    }

    [Fact]
    public async Task Ask_where_the_model_file_is_no_model_answers_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["CHATLINEAGE_LocalModel__ModelPath"] = folder.Write("broken.gguf", "not a model") };

        var run = await BuiltProgram.RunAsync(["ask", "Who wrote the Google memo?"], "", BuiltProgram.Root, environment);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains("broken.gguf", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", "   ")]
    [InlineData("ask", "what is x", "--nope")]
    [InlineData("ask", "--knowledge")]
    [InlineData("aks", "what is x")]
    [InlineData]
    public async Task Misuse_exits_with_two_and_says_how_it_is_used(params string[] arguments)
    {
        var run = await BuiltProgram.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--help'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_with_no_such_notes_exits_with_one_and_names_the_folder()
    {
        var run = await BuiltProgram.RunAsync("ask", "What is Alpaca?", "--no-model", "--knowledge", "no-such-folder");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("'no-such-folder'", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_with_a_wrong_setting_exits_with_one_and_names_key_and_value()
    {
        var environment = new Dictionary<string, string> { ["CHATLINEAGE_LocalModel__Threads"] = "many" };

        var run = await BuiltProgram.RunAsync(["ask", "What is Alpaca?", "--no-model"], "", BuiltProgram.Root, environment);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'LocalModel:Threads'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("'many'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_from_another_folder_finds_the_settings_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", """{ "Log": { "Level": "Loud" } }""");

        var run = await BuiltProgram.RunAsync(["ask", "What is Alpaca?", "--no-model", "--knowledge", BuiltProgram.Knowledge], "", folder.Path, []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'Log:Level'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_with_broken_settings_names_the_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", "{ broken");

        var run = await BuiltProgram.RunAsync(["ask", "What is Alpaca?", "--no-model"], "", folder.Path, []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("appsettings.json", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_commands_on_standard_output()
    {
        var run = await BuiltProgram.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(["ask", "chat", "eval", "knowledge"], command => Assert.Contains(command, run.Output, StringComparison.Ordinal));
    }
}
