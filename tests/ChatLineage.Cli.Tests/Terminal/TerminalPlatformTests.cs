using ChatLineage.Answering;
using ChatLineage.Chat;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Cli.Terminal;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Chat;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Cli.Tests.Terminal;

public sealed class TerminalPlatformTests : ChatPlatformConformance
{
    private static readonly TerminalTraits Person = new(80, true, false);

    protected override PlatformStage CreateStage() => new TerminalStage();

    [Fact]
    public async Task Chat_piped_question_prints_answer_blank_line_and_sources_only()
    {
        await using var stage = new TerminalStage();
        stage.Ask("When did StableLM come out?");
        stage.Close();

        await RunAsync(stage);

        Assert.Equal(
            """
            StableLM came out on 19 April 2023 [1]. One article says 19 March [2].

            Sources:
            [1] StableLM repository. Stability AI, 19 April 2023. https://example.org/stablelm
            [2] The open-source AI boom. A Magazine, May 2023.

            """,
            stage.Output);
        Assert.Empty(stage.Notices);
    }

    [Fact]
    public async Task Chat_two_piped_questions_parts_the_answers_by_a_blank_line()
    {
        await using var stage = new TerminalStage();
        stage.Ask("a");
        stage.Ask("");
        stage.Ask("b");
        stage.Close();

        await RunAsync(stage, new AnswerBuilder().Say("Yes.").Build());

        Assert.Equal("Yes.\n\nYes.\n", stage.Output);
    }

    [Fact]
    public async Task Chat_with_a_person_shows_a_prompt_and_leaves_on_quit()
    {
        await using var stage = new TerminalStage(Person);
        stage.Ask("a");
        stage.Ask("/quit");
        stage.Ask("never read");

        await RunAsync(stage, new AnswerBuilder().Say("Yes.").Build());

        Assert.Equal("> Yes.\n\n> ", stage.Output);
    }

    [Fact]
    public async Task Chat_in_eighty_columns_breaks_no_word_and_no_line_is_wider()
    {
        await using var stage = new TerminalStage(Person);
        var sentence = string.Join(' ', Enumerable.Repeat("StableVicuna is a tune of Vicuna", 12)) + ".";
        stage.Ask("a");
        stage.Close();

        await RunAsync(stage, new AnswerBuilder().Source("s", "A title", "Somebody", "https://example.org/" + new string('x', 70)).Say(sentence, 1).Build());

        var lines = stage.Output.Replace("> ", "", StringComparison.Ordinal).Split('\n');
        Assert.All(lines.Where(line => !line.Contains("https:", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(lines, line => line.Length > 70);
        Assert.Contains("Vicuna [1].", stage.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_without_colours_writes_no_escape_sequence()
    {
        await using var stage = new TerminalStage(Person);
        stage.Ask("a");
        stage.Ask("/help");
        stage.Close();

        await RunAsync(stage);

        Assert.DoesNotContain('\u001b', stage.Output);
    }

    [Fact]
    public async Task Chat_with_colours_resets_them_and_takes_the_busy_sign_away()
    {
        await using var stage = new TerminalStage(new TerminalTraits(80, true, true));
        stage.Ask("a");
        stage.Close();

        await RunAsync(stage);

        Assert.Contains("…\u001b[0m\r\u001b[2KStableLM", stage.Output, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[0m", stage.Output.TrimEnd('>', ' ', '\n'), StringComparison.Ordinal);
    }

    private static Task RunAsync(TerminalStage stage, Answer? answer = null) =>
        new Dispatcher(new ScriptedAnswerer(answer ?? AnswerBuilder.StableLM), stage.Memory, new ChatOptions(), TimeProvider.System, NullLogger<Dispatcher>.Instance)
            .RunAsync([stage.Platform], CancellationToken.None);
}
