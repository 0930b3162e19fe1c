using ChatLineage.Retrieval.Watching;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Retrieval.Tests.Watching;

public sealed class DebounceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Debounce _debounce;
    private int _calls;

    public DebounceTests() =>
        _debounce = new Debounce(_time, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(250), () => _calls++);

    public void Dispose() => _debounce.Dispose();

    [Fact]
    public void Signal_burst_makes_one_call_after_it_is_quiet()
    {
        _debounce.Signal();
        Pass(90);
        _debounce.Signal();
        Pass(90);
        Assert.Equal(0, _calls);

        Pass(10);
        Assert.Equal(1, _calls);
        Pass(1000);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Signal_without_pause_is_bounded()
    {
        for (var passed = 0; passed < 240; passed += 40)
        {
            _debounce.Signal();
            Pass(40);
        }

        Assert.Equal(0, _calls);
        _debounce.Signal();
        Pass(10);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Signal_after_a_call_starts_anew()
    {
        _debounce.Signal();
        Pass(100);
        _debounce.Signal();
        Pass(99);
        Assert.Equal(1, _calls);

        Pass(1);
        Assert.Equal(2, _calls);
    }

    private void Pass(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
