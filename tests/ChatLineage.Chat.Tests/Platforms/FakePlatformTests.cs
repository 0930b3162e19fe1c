using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;

namespace ChatLineage.Chat.Tests.Platforms;

public sealed class FakePlatformTests : ChatPlatformConformance
{
    protected override PlatformStage CreateStage() => new Stage();

    private sealed class Stage : PlatformStage
    {
        private readonly FakePlatform _platform = new();
        private readonly Dictionary<string, string> _ids = [];
        private readonly List<string> _notes = [];

        public override IChatPlatform Platform => _platform;

        public override string Visible => Seen(Audience.Asker, Audience.Everybody) + string.Join('\n', _notes);

        public override string VisibleToOthers => Seen(Audience.Everybody);

        public override string ChannelId => "maintainers";

        public override void Ask(string text) => _ids[text] = _platform.Ask(text).Id;

        public override void AskInPrivate(string text) => _platform.Ask(text);

        public override void Withdraw(string question) => _platform.Withdraw(_ids[question]);

        public override async Task PressAsync(AnswerAction action, string comment)
        {
            var shown = await _platform.PressAsync(action, action is AnswerAction.NotUseful or AnswerAction.AskMaintainer ? comment : null);
            _notes.Add(shown.Text);
            NoteChange();
        }

        private string Seen(params Audience[] audiences) => string.Join(
            '\n',
            _platform.Replies.Where(reply => audiences.Contains(reply.Audience) && reply.Shown.Count > 0).Select(reply => Seen(reply.Shown[^1]))
                .Concat(_platform.Posts.Select(post => Seen(post.Reply))));

        private static string Seen(Reply reply) => string.Join('\n', [reply.Text, .. reply.Continued, .. reply.Attachments.Select(file => $"{file.FileName}: {file.Description}")]);
    }
}
