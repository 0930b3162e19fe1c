namespace ChatLineage.Testing.Slack;

/// <summary>A file in a <see cref="SlackWorkspace"/>.</summary>
/// <param name="Channel">Where it was shared.</param>
/// <param name="Thread">In which thread; null outside of one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it shows, in words.</param>
/// <param name="Bytes">Its content.</param>
public sealed record SlackFile(string Channel, string? Thread, string Name, string Description, byte[] Bytes);
