using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Chat.Storage;
using ChatLineage.Slack.Protocol.Blocks;
using ChatLineage.Slack.Receiving;
using ChatLineage.Slack.Replying;

namespace ChatLineage.Slack.Home;

/// <summary>The home of the app: how to ask, and, for maintainers, where the notes fell short.</summary>
internal static class HomeView
{
    private const int MaxGap = 300;

    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.Mrkdwn);

    /// <summary>The view.</summary>
    /// <param name="gaps">Where the notes fell short lately; null for people who are no maintainers.</param>
    public static JsonObject Of(ImmutableArray<Gap>? gaps)
    {
        var blocks = new List<JsonObject>
        {
            BlockKit.Header("Where does it come from?"),
            BlockKit.Section(Renderer.Escape(
                "I answer questions about the lineage of open-source AI: what was built on, tuned from, trained on or released by what, under which licence, and who says so.")),
            BlockKit.Section("Mention me in a channel, write to me here, choose *Check this claim* in the menu of a message, or use a command:"),
            BlockKit.Section(string.Join('\n', ChatCommands.All.Select(command =>
                $"• `{CommandReader.Name} {Renderer.Escape(command.Usage)}` {Renderer.Escape(command.Description)}"))),
            BlockKit.Context("Every sentence cites its sources. Where they are silent I say that I don't know, and where they disagree I say so."),
        };
        if (gaps is { } known)
            blocks.AddRange(Gaps(known));
        return BlockKit.Home(blocks);
    }

    private static IEnumerable<JsonObject> Gaps(ImmutableArray<Gap> gaps)
    {
        yield return BlockKit.Divider();
        yield return BlockKit.Header("Where the notes fell short");
        if (gaps.IsEmpty)
            yield return BlockKit.Section("Nowhere, lately.");
        foreach (var gap in gaps)
            yield return BlockKit.Section(Line(gap));
    }

    private static string Line(Gap gap)
    {
        var kind = gap.Kind switch { GapKind.Unanswered => "not known", GapKind.NotUseful => "not useful", _ => "passed on" };
        var comment = gap.Comment is { } said ? $"\n{Renderer.Escape(Short(said))}" : "";
        return $"*{Renderer.Escape(Short(gap.Question))}* ({kind}, {gap.At.UtcDateTime:d MMMM}){comment}";
    }

    private static string Short(string text) => ReplyMessages.Short(text.ReplaceLineEndings(" "), MaxGap);
}
