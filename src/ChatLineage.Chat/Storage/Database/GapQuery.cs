using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>Reads where the notes fell short, from the three tables that know.</summary>
internal static class GapQuery
{
    /// <summary>The latest gaps of all kinds, the latest first.</summary>
    public static async Task<ImmutableArray<Gap>> ReadAsync(ChatContext context, int maxCount, CancellationToken cancellationToken)
    {
        var unanswered = context.Answers.Where(row => row.IsGap)
            .Select(row => new { Kind = GapKind.Unanswered, row.Question, Comment = (string?)null, row.At });
        var notUseful = context.Ratings.Where(row => !row.Useful).Join(
            context.Answers,
            row => row.AnswerId,
            answer => answer.AnswerId,
            (row, answer) => new { Kind = GapKind.NotUseful, answer.Question, row.Comment, row.At });
        var passedOn = context.PassedOn.Join(
            context.Answers,
            row => row.AnswerId,
            answer => answer.AnswerId,
            (row, answer) => new { Kind = GapKind.PassedOn, answer.Question, row.Comment, row.At });
        var gaps = new List<Gap>();
        foreach (var kind in new[] { unanswered, notUseful, passedOn })
        {
            var latest = await kind.OrderByDescending(gap => gap.At).Take(maxCount).ToListAsync(cancellationToken);
            gaps.AddRange(latest.Select(gap => new Gap(gap.Kind, gap.Question, gap.Comment, gap.At)));
        }

        return [.. gaps.OrderByDescending(gap => gap.At).Take(maxCount)];
    }
}
