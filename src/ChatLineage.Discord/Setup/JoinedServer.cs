namespace ChatLineage.Discord.Setup;

/// <summary>A server that the bot is in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Missing">The permissions that the bot lacks there; a channel can take away more.</param>
public sealed record JoinedServer(string Id, string Name, IReadOnlyList<string> Missing);
