namespace ChatLineage.EndToEnd.Tests.Chat;

public sealed class ChatTests
{
    [Fact]
    public async Task Chat_piped_question_answers_and_ends()
    {
        var run = await ChatAsync("who wrote the google memo\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n\nSources:\n[1] ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("> ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Chat_without_a_line_break_at_the_end_still_answers()
    {
        var run = await ChatAsync("who wrote the google memo");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_follow_up_is_understood_from_what_was_said()
    {
        var run = await ChatAsync("what is Vicuna fine-tuned from?\nand who made it?\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("LMSYS", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_commands_show_sources_reasons_and_lineage()
    {
        var run = await ChatAsync("who made the pile\n/sources\n/why\n/graph StableVicuna\n/quit\nnever asked\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Evidence 1: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Vicuna", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Chat_unknown_command_is_told_on_standard_error()
    {
        var run = await ChatAsync("/foo\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("'/foo'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_without_input_ends_at_once()
    {
        var run = await ChatAsync("");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
    }

    private static Task<ProgramRun> ChatAsync(string input) => BuiltProgram.RunAsync(["chat", "--no-model"], input, BuiltProgram.Root, []);
}
