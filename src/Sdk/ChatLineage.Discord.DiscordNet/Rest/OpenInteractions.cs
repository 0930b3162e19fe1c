using System.Collections.Concurrent;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Discord.WebSocket;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>The interactions of the last fifteen minutes: Discord.Net responds through the object that brought one, and through nothing else.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class OpenInteractions(TimeProvider time)
{
    /// <summary>Discord's error for an interaction that it does not know, or not any more.</summary>
    public const int UnknownInteraction = 10062;

    private readonly ConcurrentDictionary<ulong, (SocketInteraction Interaction, DateTimeOffset At)> _open = [];

    /// <summary>Keeps one for as long as its token can be used.</summary>
    public void Add(SocketInteraction interaction)
    {
        var now = time.GetUtcNow();
        foreach (var (id, (_, at)) in _open)
        {
            if (now - at > Interaction.TokenLife)
                _open.TryRemove(id, out _);
        }

        _open[interaction.Id] = (interaction, now);
    }

    /// <summary>The object of an interaction.</summary>
    /// <exception cref="DiscordRestException">It is not there: it is too old, or an earlier run of the program received it.</exception>
    public SocketInteraction Get(Snowflake id) => _open.TryGetValue(id.Value, out var open)
        ? open.Interaction
        : throw new DiscordRestException($"Interaction {id} is not open any more.", System.Net.HttpStatusCode.NotFound, UnknownInteraction);
}
