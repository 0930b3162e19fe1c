using ChatLineage.Testing.Chat;

namespace ChatLineage.Discord.DiscordNet.Tests;

public sealed class DiscordNetPlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => Task.Run(() => DiscordNetStage.OpenAsync()).GetAwaiter().GetResult();
}
