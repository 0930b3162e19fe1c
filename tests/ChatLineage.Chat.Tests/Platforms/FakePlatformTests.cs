using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;

namespace ChatLineage.Chat.Tests.Platforms;

public sealed class FakePlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => new Stage();

    private sealed class Stage : PlatformStage
    {
        private readonly FakePlatform _platform = new();

        public override IChatPlatform Platform => _platform;

        public override string Visible => string.Join('\n', _platform.Replies.Select(reply => reply.Shown.Count == 0 ? "" : reply.Shown[^1].Text));

        public override void Ask(string text) => _platform.Ask(text);

        public override void Withdraw() => _platform.Withdraw();

        public override void Close() => _platform.Close();
    }
}
