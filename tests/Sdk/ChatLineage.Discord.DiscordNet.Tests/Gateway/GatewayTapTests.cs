using ChatLineage.Discord.DiscordNet.Gateway;
using ChatLineage.Testing;

namespace ChatLineage.Discord.DiscordNet.Tests.Gateway;

public sealed class GatewayTapTests : IDisposable
{
    private const string Resumed = """{"t":"RESUMED","s":8,"op":0,"d":{"_trace":["x"]}}""";
    private const string Message = """{"t":"MESSAGE_CREATE","s":9,"op":0,"d":{"id":"1","content":"\"t\":\"RESUMED\""}}""";
    private const string HeartbeatTaken = """{"t":null,"s":null,"op":11,"d":null}""";

    private readonly SteppedTime _time = new();
    private readonly ScriptedSocket _socket = new();
    private readonly GatewayTap _tap;
    private bool _leaving;

    public GatewayTapTests() => _tap = new GatewayTap(_socket, _time, () => _leaving);

    [Fact]
    public void Not_connected_is_never_dead()
    {
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(SilenceLimits.IsDead(_tap, 1));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task Silent_after_events_is_dead_after_half_an_hour(int minutes, bool dead)
    {
        await _tap.ConnectAsync("wss://gateway");
        await _socket.BringAsync(Resumed);
        await _socket.BringAsync(Message);

        _time.Advance(TimeSpan.FromMinutes(minutes));
        await _socket.BringAsync(HeartbeatTaken);

        Assert.Equal(dead, SilenceLimits.IsDead(_tap, 1));
    }

    [Theory]
    [InlineData(4, 1, false)]
    [InlineData(5, 1, true)]
    [InlineData(9, 2, false)]
    [InlineData(10, 2, true)]
    public async Task Silent_since_it_was_resumed_is_dead_after_five_minutes_a_shard(int minutes, int shards, bool dead)
    {
        await _tap.ConnectAsync("wss://gateway");
        await _socket.BringAsync(Message);
        await _socket.BringAsync(Resumed);

        _time.Advance(TimeSpan.FromMinutes(minutes));
        await _socket.BringAsync(HeartbeatTaken);

        Assert.Equal(dead, SilenceLimits.IsDead(_tap, shards));
    }

    [Fact]
    public async Task Closed_or_broken_json_is_not_counted()
    {
        await _tap.ConnectAsync("wss://gateway");
        _time.Advance(TimeSpan.FromHours(1));
        await _socket.BringAsync("no json");
        Assert.True(SilenceLimits.IsDead(_tap, 1));

        await _tap.DisconnectAsync();

        Assert.False(SilenceLimits.IsDead(_tap, 1));
    }

    [Theory]
    [InlineData(1000, false, 4900)]
    [InlineData(1000, true, 1000)]
    [InlineData(4000, false, 4000)]
    public async Task Disconnect_keeps_the_session_unless_the_bot_goes_for_good(int asked, bool leaving, int sent)
    {
        _leaving = leaving;

        await _tap.DisconnectAsync(asked);

        Assert.Equal(sent, _socket.ClosedWith);
    }

    [Fact]
    public async Task Connect_asks_for_text_that_can_be_read()
    {
        await _tap.ConnectAsync("wss://gateway/?v=10&encoding=json&compress=zlib-stream");

        Assert.Equal("wss://gateway/?v=10&encoding=json", _socket.Host);
    }

    public void Dispose() => _tap.Dispose();
}
