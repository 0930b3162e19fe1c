using ChatLineage.Answering;
using ChatLineage.Evaluation.Judging;

namespace ChatLineage.Evaluation.Tests.Judging;

public sealed class JudgeTests
{
    [Theory]
    [InlineData("It is built on LLaMA.", true)]
    [InlineData("It is built on llama by meta.", true)]
    [InlineData("It is built on OPT.", false)]
    public void Of_group_needs_one_alternative_without_regard_to_case(string text, bool right)
    {
        var question = EvaluationBuilder.Question() with { MustInclude = [["Meta", "llama"]] };

        Assert.Equal(right, Judge.Of(question, EvaluationBuilder.Answer(text)).IsRight);
    }

    [Fact]
    public void Of_two_groups_names_the_one_that_is_missing()
    {
        var question = EvaluationBuilder.Question() with { MustInclude = [["19 April"], ["2023", "twenty-three"]] };

        var judgment = Judge.Of(question, EvaluationBuilder.Answer("On 19 April."));

        Assert.False(judgment.IsRight);
        Assert.Equal<string>(["2023", "twenty-three"], Assert.Single(judgment.Missing));
    }

    [Fact]
    public void Of_forbidden_word_is_wrong_and_named()
    {
        var question = EvaluationBuilder.Question() with { MustNotInclude = ["OpenAI"] };

        var judgment = Judge.Of(question, EvaluationBuilder.Answer("Made by openai."));

        Assert.False(judgment.IsRight);
        Assert.Equal<string>(["OpenAI"], judgment.Forbidden);
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(true, AbstentionReason.OffTopic, true)]
    [InlineData(false, null, true)]
    [InlineData(false, AbstentionReason.NotRecorded, false)]
    public void Of_abstention_must_match(bool should, AbstentionReason? abstained, bool right)
    {
        var answer = EvaluationBuilder.Answer() with { Abstained = abstained };

        var judgment = Judge.Of(EvaluationBuilder.Question() with { Abstain = should }, answer);

        Assert.Equal(right, judgment.IsRight);
        Assert.Equal(right ? null : abstained is not null, judgment.WrongAbstention);
    }
}
