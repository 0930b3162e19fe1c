using ChatLineage.Testing.Chat;

namespace ChatLineage.Slack.SlackNet.Tests;

/// <summary>What every platform does.</summary>
public sealed class SlackNetPlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => SlackNetStage.Open();
}
