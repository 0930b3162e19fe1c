using ChatLineage.Chat.Limits;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Chat.Tests.Limits;

public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Take_as_many_as_allowed_then_waits_until_one_comes_back()
    {
        var limits = new RateLimits(new RateLimitOptions { PerPerson = 3 }, _time);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(limits.Take("p", "a", null).Allowed));
        Assert.Equal(new Pace(TimeSpan.FromSeconds(20), Personal: true, First: true), limits.Take("p", "a", null));
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(new Pace(TimeSpan.FromSeconds(1), Personal: true, First: false), limits.Take("p", "a", null));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limits.Take("p", "a", null).Allowed);
        Assert.True(limits.Take("p", "a", null).First);
    }

    [Fact]
    public void Take_by_others_is_not_affected()
    {
        var limits = new RateLimits(new RateLimitOptions { PerPerson = 1 }, _time);
        limits.Take("p", "a", null);

        Assert.True(limits.Take("p", "b", null).Allowed);
        Assert.True(limits.Take("q", "a", null).Allowed);
        Assert.False(limits.Take("p", "a", null).Allowed);
    }

    [Fact]
    public void Take_in_a_busy_channel_is_turned_down_without_costing_the_person()
    {
        var limits = new RateLimits(new RateLimitOptions { PerPerson = 1, PerChannel = 2 }, _time);
        limits.Take("p", "a", "channel");
        limits.Take("p", "b", "channel");

        var pace = limits.Take("p", "c", "channel");

        Assert.Equal((false, false), (pace.Allowed, pace.Personal));
        Assert.True(limits.Take("p", "c", "elsewhere").Allowed);
    }

    [Fact]
    public void Take_by_very_many_forgets_those_who_have_all_their_questions_back()
    {
        var limits = new RateLimits(new RateLimitOptions { PerPerson = 1 }, _time);
        for (var person = 0; person < 10_000; person++)
            limits.Take("p", $"early {person}", null);
        _time.Advance(TimeSpan.FromMinutes(2));
        for (var person = 0; person < 10_000; person++)
            limits.Take("p", $"late {person}", null);

        Assert.InRange(limits.Count, 1, 10_001);
    }
}
