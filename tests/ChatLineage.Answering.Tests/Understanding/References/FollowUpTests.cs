using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.References;

namespace ChatLineage.Answering.Tests.Understanding.References;

public sealed class FollowUpTests
{
    private static readonly FollowUp FollowUps = new(Asking.Shapes, Asking.Names, Asking.Context.Facts);

    [Theory]
    [InlineData("when did it come out?", "when did Vicuna come out?")]
    [InlineData("and its licence?", "and Vicuna's licence?")]
    [InlineData("what are they built on", "what are Vicuna built on")]
    public async Task Resolve_pronoun_becomes_the_subject(string text, string expected) =>
        Assert.Equal(expected, await ResolvedAsync(text, "Who made Vicuna?"));

    [Fact]
    public async Task Resolve_that_becomes_the_result() =>
        Assert.Equal("who made Vicuna?", await ResolvedAsync("who made that?", "What is StableVicuna based on?"));

    [Fact]
    public async Task Resolve_that_after_a_licence_stays_with_the_model() =>
        Assert.Equal("who made StableVicuna?", await ResolvedAsync("who made that?", "Under which licence is StableVicuna?"));

    [Theory]
    [InlineData("what else does she lead?", "what else does Stella Biderman lead?")]
    [InlineData("where does he work?", "where does Stella Biderman work?")]
    public async Task Resolve_he_and_she_become_the_person_named(string text, string expected) =>
        Assert.Equal(expected, await ResolvedAsync(text, "who leads EleutherAI?"));

    [Theory]
    [InlineData("what about Alpaca?", "Who made Alpaca?")]
    [InlineData("and Alpaca?", "Who made Alpaca?")]
    [InlineData("how about Llama 2?", "Who made Llama 2?")]
    public async Task Resolve_ellipsis_asks_the_last_question_of_another_thing(string text, string expected) =>
        Assert.Equal(expected, await ResolvedAsync(text, "Who made Vicuna?"));

    [Fact]
    public async Task Resolve_ellipsis_reaches_back_over_several_turns() =>
        Assert.Equal("What is Llama 2 based on?", await ResolvedAsync("and Llama 2?", "What is Vicuna based on?", "what about Alpaca?"));

    [Fact]
    public async Task Resolve_question_without_a_name_gets_the_subject() =>
        Assert.Equal("Vicuna: which licence?", await ResolvedAsync("which licence?", "Who made Vicuna?"));

    [Theory]
    [InlineData("Who made Alpaca?")]
    [InlineData("is Alpaca older than its dataset?")]
    [InlineData("what is the weather like in Paris today")]
    [InlineData("hello")]
    public async Task Resolve_question_that_stands_by_itself_stays(string text) =>
        Assert.Equal(text, await ResolvedAsync(text, "Who made Vicuna?"));

    [Fact]
    public void Resolve_without_a_conversation_stays() => Assert.Equal("and its licence?", FollowUps.Resolve("and its licence?", []));

    private static async Task<string> ResolvedAsync(string text, params string[] before)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var turn in before)
            history = history.Add(new Turn(turn, await Asking.Composing.AnswerWholeAsync(new Question(turn, history), CancellationToken.None)));
        return FollowUps.Resolve(text, history);
    }
}
