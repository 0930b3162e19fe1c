using ChatLineage.Chat.Access;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Cli.Composition;

/// <summary>A chat service that the settings configure.</summary>
/// <param name="Platform">The service.</param>
/// <param name="Access">Where the bot answers there, and whom.</param>
internal sealed record ServedPlatform(IChatPlatform Platform, AccessOptions Access);
