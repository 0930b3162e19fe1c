using ChatLineage.Chat.Storage;
using ChatLineage.Cli.Commands.Knowledge;

namespace ChatLineage.Cli.Tests.Commands.Knowledge;

public sealed class GapReportTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void Lines_of_gaps_show_date_kind_question_and_comment() => Assert.Equal(
        [
            "2026-03-04  passed on     Who made X?",
            "                          “please add it”",
            "2026-03-04  not useful    Who made Y?",
            "2026-03-04  not answered  Who made Z?",
        ],
        GapReport.Lines(
        [
            new Gap(GapKind.PassedOn, "Who made X?", "please add it", Day),
            new Gap(GapKind.NotUseful, "Who made Y?", null, Day),
            new Gap(GapKind.Unanswered, "Who made Z?", null, Day),
        ]));

    [Fact]
    public void Lines_of_text_that_steers_terminals_hold_no_control_sign()
    {
        var lines = GapReport.Lines([new Gap(GapKind.PassedOn, "a\u001b[2Jb\r\nc", "\u0007\u009b31m", Day)]).ToList();

        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public void Lines_without_gaps_say_so() => Assert.Contains("No gaps", Assert.Single(GapReport.Lines([])), StringComparison.Ordinal);
}
