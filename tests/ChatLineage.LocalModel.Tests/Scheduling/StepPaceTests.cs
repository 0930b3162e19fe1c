using ChatLineage.LocalModel.Scheduling;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class StepPaceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(150);

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.5)]
    [InlineData(8)]
    public void Budget_after_steps_of_prompts_alone_keeps_the_first_mixed_step_short(double millisecondsAToken)
    {
        var pace = new StepPace();
        for (var step = 0; step < 5; step++)
        {
            pace.Observe(0, 1, TimeSpan.FromMilliseconds(15));
            pace.Observe(512, 0, TimeSpan.FromMilliseconds(512 * millisecondsAToken));
        }

        // In a small step a token costs half as much again.
        Assert.InRange(TimeSpan.FromMilliseconds(15 + (pace.Budget(512) * millisecondsAToken * 1.5)), Longest / 3, Longest);
    }

    [Fact]
    public void Budget_after_a_step_that_took_too_long_is_short_at_once()
    {
        var pace = new StepPace();
        for (var step = 0; step < 20; step++)
        {
            pace.Observe(60, 1, TimeSpan.FromMilliseconds(120));
        }

        pace.Observe(60, 1, TimeSpan.FromMilliseconds(600));

        Assert.InRange(TimeSpan.FromMilliseconds(pace.Budget(512) * 10), TimeSpan.Zero, Longest);
    }

    [Fact]
    public void Budget_with_writers_is_not_misled_by_cheap_steps_of_prompts_alone()
    {
        var pace = new StepPace();
        for (var step = 0; step < 20; step++)
        {
            pace.Observe(20, 1, TimeSpan.FromMilliseconds(120));
            pace.Observe(512, 0, TimeSpan.FromMilliseconds(600));
        }

        Assert.InRange(pace.Budget(512), 8, 24);
    }

    [Fact]
    public void Budget_when_steps_get_cheaper_grows_again()
    {
        var pace = new StepPace();
        pace.Observe(10, 1, TimeSpan.FromMilliseconds(500));
        var busy = pace.Budget(512);
        for (var step = 0; step < 30; step++)
        {
            pace.Observe(busy, 1, TimeSpan.FromMilliseconds(busy));
        }

        Assert.Equal(8, busy);
        Assert.InRange(pace.Budget(512), 100, 120);
    }
}
