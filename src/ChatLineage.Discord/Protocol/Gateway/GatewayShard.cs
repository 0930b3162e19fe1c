using System.Net.Sockets;
using System.Net.WebSockets;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Keeps one shard connected.</summary>
internal sealed partial class GatewayShard(ShardContext shard, IdentifyPermits permits)
{
    /// <summary>
    /// A connection that lasted this long was a good one; the next may come at once. To resume costs nothing, so that little is asked where
    /// that is the next step, and events are not held up for a minute because a network flaps; sessions, of which a day has a thousand, cost more.
    /// </summary>
    private static readonly TimeSpan GoodLifeToResume = TimeSpan.FromSeconds(5), GoodLife = TimeSpan.FromSeconds(30);

    /// <summary>After so many failures in a row, the address to resume at is given up.</summary>
    private const int ResumesTried = 5;

    private volatile ShardConnection? _connection;

    /// <summary>True while events come in.</summary>
    public bool IsLive => _connection is { IsLive: true };

    /// <summary>Connects, again and again, until the token is cancelled.</summary>
    /// <exception cref="GatewayStoppedException">Connecting again cannot work.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        var neverLive = 0;
        while (true)
        {
            var opened = shard.Time.GetTimestamp();
            var (end, wasLive) = await ConnectAsync(cancellationToken);
            if (end.Next == NextStep.Stop)
                throw new GatewayStoppedException(end.Reason);
            var needed = end.Next == NextStep.Resume ? GoodLifeToResume : GoodLife;

            // A connection that worked until Discord asked for another one was good, however short it was.
            if (end.Asked)
                failures = wasLive ? 0 : failures;
            else
                failures = wasLive && shard.Time.GetElapsedTime(opened) >= needed ? 0 : failures + 1;

            // Connections that went live show that resuming works, however soon they end.
            neverLive = wasLive ? 0 : neverLive + 1;
            if (end.Next == NextStep.NewSession || neverLive >= ResumesTried)
                shard.Session.Forget();
            var wait = ReconnectDelays.After(Math.Max(0, failures - 1), shard.Jitter());
            if (end.Pause && InvalidSessionPause.Of(shard.Jitter()) is var pause && pause > wait)
                wait = pause;
            Ended(shard.Logger, shard.Id, end.Reason, end.Next, wait);
            await Task.Delay(wait, shard.Time, cancellationToken);
        }
    }

    private async Task<(ConnectionEnd End, bool WasLive)> ConnectAsync(CancellationToken cancellationToken)
    {
        IdentifyPermit? permit = null;
        try
        {
            if (!shard.Session.TryGetResume(out _, out var address, out _))
            {
                permit = await permits.WaitAsync(shard.Id, cancellationToken);
                address = permit.Address;
            }

            await using var connection = await ShardConnection.OpenAsync(shard, address, cancellationToken);
            _connection = connection;
            return (await connection.RunAsync(permit, cancellationToken), connection.IsLive);
        }
        catch (DiscordRestException refused) when (refused.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            return (CloseCodes.Read(4004), false);
        }
        catch (Exception broken) when (broken is WebSocketException or HttpRequestException or IOException or SocketException or TimeoutException or DiscordRestException)
        {
            return (new ConnectionEnd(NextStep.Resume, broken.Message), false);
        }
        finally
        {
            _connection = null;
            permit?.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {Shard} lost its connection: {Reason} Next: {Next}, in {Wait}.")]
    private static partial void Ended(ILogger logger, int shard, string reason, NextStep next, TimeSpan wait);
}
