using ChatLineage.Chat.Platforms;
using ChatLineage.Discord;
using ChatLineage.Slack;

namespace ChatLineage.Cli.Composition;

/// <summary>How the chat services that the settings configure are made. Another program with the same commands can make them
/// otherwise.</summary>
/// <param name="Discord">Makes Discord; its options are checked and have a token.</param>
/// <param name="Slack">Makes Slack; its options are checked and have a token.</param>
internal sealed record PlatformMakers(Func<DiscordOptions, IServiceProvider, IChatPlatform> Discord, Func<SlackOptions, IServiceProvider, IChatPlatform> Slack)
{
    /// <summary>Over the clients of this solution.</summary>
    public static PlatformMakers Own { get; } = new(ServedPlatforms.CreateDiscord, ServedPlatforms.CreateSlack);
}
