using ChatLineage.Answering.Checking;

namespace ChatLineage.Answering.Tests.Checking;

public sealed class TextCheckerTests
{
    private static readonly TextChecker Checker = new(Asking.Knowledge);

    [Theory]
    [InlineData("Alpaca is fine-tuned from LLaMA.", "alpaca built_on llama supported")]
    [InlineData("Alpaca was fine-tuned from Llama 2.", "alpaca built_on llama-2 contradicted")]
    [InlineData("LMSYS released Vicuna on 30 March 2023.", "vicuna released_by lmsys supported, vicuna date 2023-03-30 supported")]
    [InlineData("Vicuna, which was made by Stanford, came out in May 2023.", "vicuna released_by stanford contradicted, vicuna date 2023-05 contradicted")]
    [InlineData("Alpaca and Vicuna are both derived from LLaMA.", "alpaca built_on llama supported, vicuna built_on llama supported")]
    [InlineData("Vicuna was trained on ShareGPT and is licensed under Apache 2.0.", "vicuna trained_on sharegpt supported, vicuna licensed_under licence-apache-2-0 contradicted")]
    [InlineData("StableVicuna is a version of StableLM.", "stablevicuna built_on stablelm contradicted")]
    [InlineData("StableVicuna rests on LLaMA.", "stablevicuna built_on llama supported")]
    [InlineData("LLaMA is built on Alpaca.", "llama built_on alpaca contradicted")]
    [InlineData("StableVicuna, a tune of Vicuna released by Stability AI, came out on March 28.", "stablevicuna built_on vicuna supported, stablevicuna released_by stability-ai supported, stablevicuna date --03-28 contradicted")]
    [InlineData("Vicuna came out in March 2023. It is built on LLaMA.", "vicuna date 2023-03 supported, vicuna built_on llama supported")]
    [InlineData("Meta's LLaMA is an open-source model.", "llama released_by meta-ai supported, llama openness open contradicted")]
    [InlineData("LLaMA has 7 billion parameters.", "llama size 7 billion parameters supported")]
    [InlineData("Vicuna was written by forty engineers.", "vicuna size forty engineers not recorded")]
    [InlineData("Zorkmodel was inspired by Alpaca and published by LMSYS. It came out in 2021.", "")]
    [InlineData("Alpaca, a tune of LLaMA trained on ShareGPT, is old.", "alpaca built_on llama supported, alpaca trained_on sharegpt contradicted")]
    [InlineData("Vicuna was fine-tuned from LLaMA by Stanford.", "vicuna built_on llama supported, vicuna released_by stanford contradicted")]
    [InlineData("The company behind Vicuna is LMSYS.", "vicuna released_by lmsys supported")]
    [InlineData("Alpaca was not released by Stanford.", "alpaca released_by stanford contradicted")]
    [InlineData("Vicuna, released on 30 March 2023, is a version of LLaMA that was licensed under Apache 2.0.", "vicuna date 2023-03-30 supported, vicuna built_on llama supported, llama licensed_under licence-apache-2-0 contradicted")]
    public void Check_statement_is_judged_by_the_notes(string text, string expected) =>
        Assert.Equal(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), Found(text).Order());

    [Theory]
    [InlineData("Is Alpaca built on StableLM?")]
    [InlineData("I think Vicuna was released by Google.")]
    [InlineData("The next Vicuna will be built on Llama 2.")]
    [InlineData("If Vicuna were built on StableLM, nobody would care.")]
    [InlineData("“Vicuna is built on StableLM and everybody knows it”, said a friend.")]
    [InlineData("Vicuna writes better poems than LLaMA.")]
    public void Check_question_opinion_or_forecast_is_left_alone(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Check_gives_place_correction_and_sources()
    {
        var check = Checker.Check("A remark.\n\nAlpaca was released by LMSYS.", CancellationToken.None);

        var statement = Assert.Single(check.Statements);
        Assert.Equal((3, 1), (statement.Place.Line, statement.Place.Column));
        Assert.Contains("Stanford", statement.Holds, StringComparison.Ordinal);
        Assert.Contains(statement.Sources, source => source.Id == "alpaca-repo");
        Assert.Equal(2, check.Sentences);
    }

    [Fact]
    public void Check_text_beyond_the_limit_is_refused() =>
        Assert.Throws<ArgumentException>(() => Checker.Check(new string('a', TextChecker.MaxLength + 1), CancellationToken.None));

    [Fact]
    public void Check_stops_when_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => Checker.Check("Alpaca came out.", new CancellationToken(canceled: true)));

    private static IEnumerable<string> Found(string text) => Checker.Check(text, CancellationToken.None).Statements
        .Select(statement => $"{statement.Subject?.Id} {statement.Relation} {statement.Value} {(statement.Verdict == StatementVerdict.NotRecorded ? "not recorded" : statement.Verdict.ToString().ToLowerInvariant())}");
}
