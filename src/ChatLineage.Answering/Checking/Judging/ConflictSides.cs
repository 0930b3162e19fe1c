using ChatLineage.Answering.Queries;
using ChatLineage.Knowledge.Conflicts;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges by a recorded disagreement of sources: which of its sides does a text take?</summary>
internal static class ConflictSides
{
    /// <summary>The judgement of a text that takes one side; null when it takes none, or when both sides hold.</summary>
    /// <param name="conflict">The disagreement.</param>
    /// <param name="takes">True for the side that the text takes.</param>
    /// <param name="context">The notes.</param>
    public static Judgement? Judge(Conflict conflict, Func<ConflictSide, bool> takes, EvaluationContext context)
    {
        var (first, second) = (takes(conflict.First), takes(conflict.Second));
        if (first == second || conflict.Verdict == Verdict.Both)
            return null;
        var told = context.Conflicts.Whole(conflict);
        var text = string.Join(' ', told.Select(statement => statement.Text));
        var lines = told.SelectMany(statement => statement.Lines).ToList();
        if (conflict.Verdict == Verdict.Undecided)
            return Judgement.Of(StatementVerdict.Disputed, text, lines);
        var better = first == (conflict.Verdict == Verdict.First);
        return better ? Judgement.Of(StatementVerdict.Supported, text, lines) : Judgement.Of(StatementVerdict.Contradicted, text, lines);
    }
}
