namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>A thread to be started from a message.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="AutoArchiveDuration">Minutes without a message until it is put away: 60, 1440, 4320 or 10080.</param>
internal sealed record NewThread(string Name, int AutoArchiveDuration);
