namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Words for verdicts, the same in every report.</summary>
internal static class VerdictWords
{
    public static string Of(StatementVerdict verdict) => verdict switch
    {
        StatementVerdict.Supported => "supported",
        StatementVerdict.Contradicted => "contradicted",
        StatementVerdict.Disputed => "disputed",
        _ => "not recorded",
    };

    public static string Of(CheckedStatement statement) => Of(statement.Verdict) + (statement.InPart ? " in part" : "");

    /// <summary>«12 statements in 40 sentences: 8 supported, 3 contradicted, 1 not recorded.»</summary>
    public static string Summary(TextCheck check)
    {
        var counts = Enum.GetValues<StatementVerdict>().Select(verdict => (Verdict: verdict, Count: check.Count(verdict)))
            .Where(each => each.Count > 0).Select(each => $"{each.Count} {Of(each.Verdict)}").ToList();
        var sentences = check.Sentences == 1 ? "1 sentence" : $"{check.Sentences} sentences";
        return counts.Count == 0
            ? $"No statement of lineage in {sentences}: nothing to check."
            : $"{(check.Statements.Length == 1 ? "1 statement" : $"{check.Statements.Length} statements")} in {sentences}: {string.Join(", ", counts)}.";
    }
}
