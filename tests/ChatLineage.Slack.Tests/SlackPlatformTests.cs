using ChatLineage.Testing.Chat;

namespace ChatLineage.Slack.Tests;

/// <summary>What every platform does.</summary>
public sealed class SlackPlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => SlackStage.Open();
}
