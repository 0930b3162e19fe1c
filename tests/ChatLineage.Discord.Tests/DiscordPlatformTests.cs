using ChatLineage.Testing.Chat;

namespace ChatLineage.Discord.Tests;

public sealed class DiscordPlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => Task.Run(() => DiscordStage.OpenAsync()).GetAwaiter().GetResult();
}
