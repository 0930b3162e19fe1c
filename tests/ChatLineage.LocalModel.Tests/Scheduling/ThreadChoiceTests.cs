using ChatLineage.LocalModel.Scheduling;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class ThreadChoiceTests
{
    [Fact]
    public void Next_one_thread_only_leaves_no_choice()
    {
        var choice = new ThreadChoice(1);

        Assert.All(Run(choice, 1, 100, _ => 1), threads => Assert.Equal(1, threads));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(8, 4)]
    [InlineData(8, 8)]
    [InlineData(8, 1)]
    public void Next_fastest_number_is_used_nearly_always(int most, int fastest)
    {
        var choice = new ThreadChoice(most);

        var used = Run(choice, 1, 500, threads => threads == fastest ? 10 : 30);

        Assert.True(used.Count(threads => threads == fastest) > 480);
        Assert.True(used.Distinct().Count() > 1);
    }

    [Fact]
    public void Next_load_changes_the_choice_follows()
    {
        var choice = new ThreadChoice(2);
        Run(choice, 1, 200, threads => threads == 2 ? 10 : 12);

        var busy = Run(choice, 1, 50, threads => threads == 2 ? 100 : 12);
        var quiet = Run(choice, 1, 400, threads => threads == 2 ? 10 : 12);

        Assert.True(busy.Count(threads => threads == 2) <= 5);
        Assert.Equal(2, quiet[^1]);
    }

    [Fact]
    public void Next_first_prompts_use_every_thread()
    {
        var choice = new ThreadChoice(4);

        Assert.All(Run(choice, 200, 10, threads => 400 / threads), threads => Assert.Equal(4, threads));
    }

    [Fact]
    public void Next_sizes_of_steps_are_judged_apart()
    {
        var choice = new ThreadChoice(2);
        for (var i = 0; i < 100; i++)
        {
            Run(choice, 1, 1, threads => threads == 1 ? 10 : 20);
            Run(choice, 8, 1, threads => threads == 1 ? 80 : 40);
        }

        Assert.Equal([1, 1], Run(choice, 1, 2, _ => 10));
        Assert.Equal([2, 2], Run(choice, 8, 2, _ => 40));
    }

    [Fact]
    public void Next_without_a_trial_uses_the_best_that_is_known()
    {
        var choice = new ThreadChoice(2);
        Run(choice, 1, 50, threads => threads == 1 ? 10 : 20);

        Assert.All(Enumerable.Range(0, 2000), _ => Assert.Equal(1, choice.Next(1, mayTry: false)));
        Assert.All(Enumerable.Range(0, 2000), _ => Assert.Equal(2, choice.Next(200, mayTry: false)));
    }

    private static List<int> Run(ThreadChoice choice, int tokens, int steps, Func<int, double> milliseconds)
    {
        var used = new List<int>();
        for (var i = 0; i < steps; i++)
        {
            used.Add(choice.Next(tokens, mayTry: true));
            choice.Observe(tokens, used[^1], TimeSpan.FromMilliseconds(milliseconds(used[^1])));
        }

        return used;
    }
}
