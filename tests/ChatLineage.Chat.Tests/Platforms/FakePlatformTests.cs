using ChatLineage.Testing.Chat;

namespace ChatLineage.Chat.Tests.Platforms;

public sealed class FakePlatformTests : ChatPlatformConformance<FakePlatform>
{
    protected override PlatformStage<FakePlatform> CreateStage() => new Stage();

    private sealed class Stage : PlatformStage<FakePlatform>
    {
        public override FakePlatform Platform { get; } = new();

        public override string Visible => string.Join('\n', Platform.Replies.Select(reply => reply.Shown.Count == 0 ? "" : reply.Shown[^1].Text));

        public override void Ask(string text) => Platform.Ask(text);

        public override void Withdraw() => Platform.Withdraw();

        public override void Close() => Platform.Close();
    }
}
