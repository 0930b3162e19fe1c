using ChatLineage.Cli.Terminal;

namespace ChatLineage.Cli.Tests.Terminal;

public sealed class InterruptsTests
{
    private readonly List<string> _notices = [];

    [Fact]
    public void Press_while_answering_cancels_the_answer_and_stays()
    {
        using var interrupts = new Interrupts(_notices.Add);
        interrupts.AwaitLine();
        var answer = interrupts.BeginAnswer();

        Assert.True(interrupts.Press());

        Assert.True(answer.IsCancellationRequested);
        Assert.Empty(_notices);
    }

    [Fact]
    public void Press_again_while_an_answer_does_not_stop_leaves()
    {
        using var interrupts = new Interrupts(_notices.Add);
        interrupts.BeginAnswer();
        interrupts.Press();

        Assert.False(interrupts.Press());
    }

    [Fact]
    public void Press_at_the_prompt_tells_how_to_leave_and_the_second_leaves()
    {
        using var interrupts = new Interrupts(_notices.Add);
        interrupts.AwaitLine();

        Assert.True(interrupts.Press());
        Assert.Contains("Ctrl-C again", Assert.Single(_notices), StringComparison.Ordinal);
        Assert.False(interrupts.Press());
    }

    [Fact]
    public void Press_at_the_prompt_after_a_question_warns_anew()
    {
        using var interrupts = new Interrupts(_notices.Add);
        interrupts.AwaitLine();
        interrupts.Press();
        interrupts.BeginAnswer();
        interrupts.AwaitLine();

        Assert.True(interrupts.Press());
        Assert.Equal(2, _notices.Count);
    }

    [Fact]
    public void TakeWarning_after_a_press_at_the_prompt_is_true_once()
    {
        using var interrupts = new Interrupts(_notices.Add);
        interrupts.AwaitLine();
        Assert.False(interrupts.TakeWarning());
        interrupts.Press();

        Assert.True(interrupts.TakeWarning());
        Assert.False(interrupts.TakeWarning());
    }
}
