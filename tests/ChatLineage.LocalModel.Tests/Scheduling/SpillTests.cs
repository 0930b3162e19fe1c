using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Scheduling;

public sealed class SpillTests
{
    private static readonly string Long = new('a', 400);
    private static readonly string Other = new('b', 400);

    [Fact]
    public void Run_conversation_that_had_to_leave_goes_on_without_being_computed_again()
    {
        using var fixture = new SchedulerFixture(conversations: 1, pins: 0);
        var first = fixture.Submit(Long, most: 5);
        fixture.Run();
        var answer = SchedulerFixture.Completed(first);
        fixture.Submit(Other, most: 5);
        fixture.Run();

        var later = fixture.Submit(Long + answer + " and then?", most: 5);
        fixture.Run();

        fixture.AssertCompleted(later);
        Assert.Equal(Long.Length + answer.Length - 1, later.Summary!.CachedTokens);
        Assert.Equal(["save 0", "save 0", "load 0"], fixture.Model.Context.StateCalls);
    }

    [Fact]
    public void Run_conversation_that_goes_on_in_another_way_takes_what_it_shares()
    {
        using var fixture = new SchedulerFixture(conversations: 1, pins: 0);
        fixture.Submit(Long + "x", most: 5);
        fixture.Run();
        fixture.Submit(Other, most: 5);
        fixture.Run();

        var later = fixture.Submit(Long + "another question", most: 5);
        fixture.Run();

        fixture.AssertCompleted(later);
        Assert.Equal(Long.Length, later.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_full_cache_spills_what_it_evicts()
    {
        using var fixture = new SchedulerFixture(conversations: 2, pins: 0, contextTokens: 700);
        var first = fixture.Submit(Long, most: 5);
        fixture.Run();
        fixture.Submit(Other, most: 5);
        fixture.Run();
        var later = fixture.Submit(Long, most: 5);

        fixture.Run();

        fixture.AssertCompleted(first);
        fixture.AssertCompleted(later);
        Assert.Equal(Long.Length - 1, later.Summary!.CachedTokens);
    }

    [Fact]
    public void Run_state_that_the_runtime_refuses_is_computed_again()
    {
        using var fixture = new SchedulerFixture(conversations: 1, pins: 0);
        fixture.Submit(Long, most: 5);
        fixture.Run();
        fixture.Submit(Other, most: 5);
        fixture.Run();
        fixture.Model.Context.RefusesStates = true;

        var later = fixture.Submit(Long, most: 5);
        fixture.Run();

        fixture.AssertCompleted(later);
        Assert.Equal(0, later.Summary!.CachedTokens);
    }

    [Theory]
    [InlineData(0, 400)]
    [InlineData(1_000_000, 50)]
    public void Run_nothing_is_saved_without_memory_or_for_short_texts(long spillBytes, int length)
    {
        using var fixture = new SchedulerFixture(conversations: 1, pins: 0, spillBytes: spillBytes);
        for (var i = 0; i < 3; i++)
        {
            fixture.Submit(new string((char)('a' + i), length), most: 5);
            fixture.Run();
        }

        Assert.Empty(fixture.Model.Context.StateCalls);
    }

    [Fact]
    public void Run_text_that_another_sequence_holds_too_is_not_saved()
    {
        using var fixture = new SchedulerFixture(conversations: 1, pins: 1);
        fixture.Submit(Long + "one", most: 5, shared: Long.Length);
        fixture.Run();
        fixture.Submit(Other, most: 5);

        fixture.Run();

        Assert.Empty(fixture.Model.Context.StateCalls);
    }

    [Fact]
    public void Run_idle_texts_leave_the_cache_when_another_prompt_comes()
    {
        using var fixture = new SchedulerFixture(conversations: 3, pins: 0);
        fixture.Submit(Long, most: 5);
        fixture.Run();
        fixture.Submit("short", most: 5);
        fixture.Run();

        var third = fixture.Submit(Other, most: 5);
        fixture.Scheduler.Tick();

        // Every entry in the cache slows every step down: only the short text, which is not worth moving, stays.
        Assert.Equal(64 + "short".Length + 4, fixture.Model.Context.Used);
        Assert.Equal(["save 0"], fixture.Model.Context.StateCalls);
        fixture.Run();
        fixture.AssertCompleted(third);
    }

    [Fact]
    public void Run_idle_text_stays_in_the_cache_when_there_is_no_memory_for_it()
    {
        using var fixture = new SchedulerFixture(conversations: 3, pins: 0, spillBytes: 0);
        fixture.Submit(Long, most: 5);
        fixture.Run();
        fixture.Submit(Other, most: 5);
        fixture.Run();

        var later = fixture.Submit(Long, most: 5);
        fixture.Run();

        fixture.AssertCompleted(later);
        Assert.Equal(Long.Length - 1, later.Summary!.CachedTokens);
    }

    [Fact]
    public void Add_beyond_the_limit_lets_the_oldest_go()
    {
        var states = new SpilledStates(100);
        states.Add([1, 1], new SequenceState(60));
        states.Add([2, 2], new SequenceState(30));

        states.Add([3, 3], new SequenceState(40));

        Assert.Equal((2, 70), (states.Count, states.SizeBytes));
        Assert.Null(states.Take([1, 1, 1], 1));
        Assert.NotNull(states.Take([2, 2, 2], 1));
        Assert.Equal((1, 40), (states.Count, states.SizeBytes));
        Assert.False(states.HasRoomFor(101));
    }

    [Fact]
    public void States_that_are_let_go_are_freed_and_those_given_away_are_not()
    {
        var (oldest, begun, longer, given) = (new SequenceState(60), new SequenceState(30), new SequenceState(40), new SequenceState(10));
        var states = new SpilledStates(100);
        states.Add([9], given);
        states.Add([1, 1], oldest);
        Assert.NotNull(states.Take([9, 9], 1));
        states.Add([2, 2], begun);

        states.Add([2, 2, 2], longer);

        Assert.True(begun.IsClosed);
        Assert.False(oldest.IsClosed || longer.IsClosed);
        states.Dispose();
        Assert.True(oldest.IsClosed && longer.IsClosed);
        Assert.False(given.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => longer.Bytes.Length);
    }

    [Fact]
    public void Add_of_a_text_that_goes_on_replaces_its_beginning()
    {
        var states = new SpilledStates(100);
        states.Add([1, 2], new SequenceState(10));

        states.Add([1, 2, 3], new SequenceState(20));

        Assert.Equal((1, 20), (states.Count, states.SizeBytes));
        Assert.True(states.Has([1, 2]));
        Assert.False(states.Has([2]));
    }

    [Fact]
    public void Take_gives_the_one_that_shares_most_and_enough()
    {
        var states = new SpilledStates(100);
        states.Add([1, 2, 9], new SequenceState(1));
        states.Add([1, 2, 3, 9], new SequenceState(2));

        Assert.Null(states.Take([1, 2, 3, 4], 4));
        Assert.Equal(2, states.Take([1, 2, 3, 4], 2)!.State.Length);
    }
}
