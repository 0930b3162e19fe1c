using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Tests.Understanding.Shape;

public sealed class ShapeReaderTests
{
    [Theory]
    [InlineData("Is Vicuna built on LLaMA?")]
    [InlineData("did Meta make LLaMA")]
    [InlineData("Vicuna is built on LLaMA, right?")]
    [InlineData("Vicuna comes from LLaMA, true or not?")]
    [InlineData("so is Vicuna built on LLaMA")]
    [InlineData("Vicuna is a tune of LLaMA, isn't it?")]
    [InlineData("saw Apache on the Vicuna repo, does that go for the weights")]
    [InlineData("Vicuna used nothing but LLaMA")]
    public void Read_statement_or_auxiliary_is_yes_or_no(string text) => Assert.True(Asking.Shapes.Read(text).IsYesNo);

    [Theory]
    [InlineData("Who made Vicuna?")]
    [InlineData("which model is Vicuna built on")]
    [InlineData("licence of Vicuna")]
    [InlineData("Vicuna")]
    [InlineData("")]
    public void Read_other_questions_are_not_yes_or_no(string text) => Assert.False(Asking.Shapes.Read(text).IsYesNo);

    [Theory]
    [InlineData("Vicuna is not built on LLaMA", true)]
    [InlineData("Vicuna was never built on LLaMA", true)]
    [InlineData("Vicuna is built on LLaMA", false)]
    public void Read_denial(string text, bool negated) => Assert.Equal(negated, Asking.Shapes.Read(text).IsNegated);

    [Theory]
    [InlineData("trained only on OASST1", true)]
    [InlineData("used nothing but OASST1", true)]
    [InlineData("trained on OASST1", false)]
    public void Read_exclusion(string text, bool exclusive) => Assert.Equal(exclusive, Asking.Shapes.Read(text).IsExclusive);

    [Theory]
    [InlineData("how many GPUs did Pythia need", "gpus")]
    [InlineData("what batch size did Vicuna use", "batch size")]
    [InlineData("how many models use Pythia", null)]
    [InlineData("how many parameters has Vicuna", null)]
    public void Read_measure_that_is_no_kind_of_thing(string text, string? measure) => Assert.Equal(measure, Asking.Shapes.Read(text).Measured);

    [Fact]
    public void Read_kinds_and_dates_of_a_list_question()
    {
        var shape = Asking.Shapes.Read("which models and datasets came out in April 2023?");
        Assert.Equal<EntityKind>([EntityKind.Model, EntityKind.Dataset], shape.Kinds.ToArray());
        Assert.Equal("2023-04", Assert.Single(shape.Dates).ToString());
    }

    [Theory]
    [InlineData("who made Zorblax", "zorblax")]
    [InlineData("what is FooBarLM based on", "foobarlm")]
    [InlineData("whats the frobnix-7b trained on", "frobnix-7b")]
    [InlineData("licence of frobnix-2.1b", "frobnix-2.1b")]
    public void Read_name_that_the_notes_lack_is_told(string text, string name) =>
        Assert.Equal(name, Assert.Single(Asking.Shapes.Read(text).UnknownNames), ignoreCase: true);

    [Fact]
    public void Read_longest_phrase_counts() =>
        Assert.Equal("built on top of", Assert.Single(Asking.Shapes.Read("Vicuna built on top of LLaMA").Cues, hit => hit.Cue.Topic == Topic.Relation).Words);

    [Fact]
    public void Read_terms_stand_in_order_with_a_name_as_one()
    {
        var terms = Asking.Shapes.Read("is Stable Vicuna by Stability AI").Terms;
        Assert.Equal(["is", "stablevicuna", "by", "stability-ai"], terms.Select(term => term.Word ?? term.Mention!.Entity.Id));
    }
}
