using ChatLineage.Cli.Terminal;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Cli.Tests.Terminal;

public sealed class TerminalCommandsTests
{
    [Theory]
    [InlineData("/quit")]
    [InlineData("/exit")]
    [InlineData("/QUIT now")]
    public async Task Run_quit_leaves(string line)
    {
        await using var stage = new TerminalStage();

        Assert.Equal(CommandOutcome.Leave, await stage.Commands.RunAsync(line, CancellationToken.None));
    }

    [Fact]
    public async Task Run_help_lists_every_command()
    {
        await using var stage = new TerminalStage();

        await stage.Commands.RunAsync("/help", CancellationToken.None);

        Assert.All(["/sources", "/why", "/graph", "/help", "/quit"], command => Assert.Contains(command, stage.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_sources_shows_those_of_the_last_answer()
    {
        await using var stage = new TerminalStage();
        await stage.AddTurnsAsync(new AnswerBuilder().Source("old", "Old source", "P", "https://example.org/old").Say("Old.", 1).Build(), AnswerBuilder.StableLM);

        await stage.Commands.RunAsync("/sources", CancellationToken.None);

        Assert.Contains("[1] StableLM repository. Stability AI, 19 April 2023. https://example.org/stablelm", stage.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Old source", stage.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_why_shows_queries_evidence_and_what_was_withheld()
    {
        await using var stage = new TerminalStage();
        await stage.AddTurnsAsync(AnswerBuilder.StableLM with
        {
            Queries = ["when did StableLM come out"],
            Evidence = ["StableLM was released on 19 April 2023."],
            Working = null,
        });

        await stage.Commands.RunAsync("/why", CancellationToken.None);

        Assert.Contains("Query: when did StableLM come out", stage.Output, StringComparison.Ordinal);
        Assert.Contains("Evidence 1: StableLM was released on 19 April 2023.", stage.Output, StringComparison.Ordinal);
        Assert.Contains("Worded by: the composer", stage.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/why")]
    public async Task Run_before_any_answer_says_so(string command)
    {
        await using var stage = new TerminalStage();

        await stage.Commands.RunAsync(command, CancellationToken.None);

        Assert.Empty(stage.Output);
        Assert.Contains("Nothing was answered yet", stage.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_graph_draws_what_is_named()
    {
        await using var stage = new TerminalStage();

        await stage.Commands.RunAsync("/graph  Vicuna ", CancellationToken.None);

        Assert.Contains("comes from LLaMA", stage.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_graph_of_something_unknown_names_it()
    {
        await using var stage = new TerminalStage();

        await stage.Commands.RunAsync("/graph Foo", CancellationToken.None);

        Assert.Empty(stage.Output);
        Assert.Contains("'Foo'", stage.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_unknown_command_names_it_and_stays()
    {
        await using var stage = new TerminalStage();

        Assert.Equal(CommandOutcome.Stay, await stage.Commands.RunAsync("/foo", CancellationToken.None));
        Assert.Contains("'/foo'", stage.Notices, StringComparison.Ordinal);
    }
}
