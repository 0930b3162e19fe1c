using ChatLineage.Answering;
using ChatLineage.Answering.Evidence;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Knowledge.Sources;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Evaluation.Tests.Measures;

public sealed class SentencesTests
{
    private static readonly Source Repository = AnswerBuilder.StableLM.Citations[0].Source;
    private static readonly Source Article = AnswerBuilder.StableLM.Citations[1].Source;

    [Fact]
    public void Of_sentence_that_cites_the_sources_of_its_line_is_precise_and_supported()
    {
        var measure =
            Assert.Single(
                Sentences.Of(Answer("StableLM came out on 19 April 2023.", [1], Line("StableLM came out on 19 April 2023.", Repository))));

        Assert.True(measure.Cited);
        Assert.True(measure.CitesItsEvidence);
        Assert.Null(measure.Unsupported);
    }

    [Fact]
    public void Of_sentence_that_cites_another_source_is_not_precise()
    {
        var measure =
            Assert.Single(Sentences.Of(
                Answer("StableLM came out on 19 April 2023.", [1, 2], Line("StableLM came out on 19 April 2023.", Repository))));

        Assert.False(measure.CitesItsEvidence);
    }

    [Fact]
    public void Of_sentence_with_a_figure_that_its_line_lacks_is_not_supported()
    {
        var measure =
            Assert.Single(
                Sentences.Of(Answer("StableLM came out on 19 March 2023.", [1], Line("StableLM came out on 19 April 2023.", Repository))));

        Assert.NotNull(measure.Unsupported);
    }

    [Fact]
    public void Of_cited_sentence_without_a_line_is_neither()
    {
        var answer = Answer("StableLM came out.", [1], Line("StableLM came out.", Repository)) with { Working = null };

        var measure = Assert.Single(Sentences.Of(answer));

        Assert.False(measure.CitesItsEvidence);
        Assert.NotNull(measure.Unsupported);
    }

    [Fact]
    public void Of_sentence_without_citations_is_left_alone()
    {
        var measure = Assert.Single(Sentences.Of(EvaluationBuilder.Answer("Which one do you mean?")));

        Assert.False(measure.Cited);
        Assert.Null(measure.Unsupported);
    }

    [Theory]
    [InlineData("(Not legal advice.)", true)]
    [InlineData("No base is recorded (in the notes).", false)]
    public void IsRemark_holds_for_what_stands_in_brackets_as_a_whole(string text, bool isRemark) =>
        Assert.Equal(isRemark, Assert.Single(Sentences.Of(EvaluationBuilder.Answer(text))).IsRemark);

    private static EvidenceLine Line(string text, Source source) => new(text, [source], []);

    private static Answer Answer(string text, int[] citations, EvidenceLine line) => new()
    {
        Question = "when did stablelm come out",
        Sentences = [new Sentence(text, [.. citations])],
        Citations = [new Citation(1, Repository), new Citation(2, Article)],
        Working = new Working { Lines = [line], Checks = [new SentenceCheck(text, Engine.Composer, [1], null)] },
    };
}
