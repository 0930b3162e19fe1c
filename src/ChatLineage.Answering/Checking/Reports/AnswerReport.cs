namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Words a check as an answer, so that it is shown like one: a sentence for each statement, with what holds and its
/// sources.</summary>
public static class AnswerReport
{
    /// <summary>The answer: first the summary, then each statement with its verdict.</summary>
    /// <param name="text">The text that was checked.</param>
    /// <param name="check">What was found.</param>
    public static Answer Of(string text, TextCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var numbers = new SourceNumbers(check);
        return new Answer
        {
            Question = text,
            Sentences = [new Sentence(VerdictWords.Summary(check), []), .. check.Statements.Select(statement => Of(statement, numbers))],
            Citations = [.. numbers.All.Select((source, at) => new Citation(at + 1, source))],
            Entities = [.. check.Statements.Select(statement => statement.Subject).OfType<Knowledge.Entities.Entity>().Distinct()],
        };
    }

    private static Sentence Of(CheckedStatement statement, SourceNumbers numbers)
    {
        var verdict = VerdictWords.Of(statement);
        var said = $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}: {statement.Statement}.";
        var holds = TextReport.Holds(statement);
        return holds.Length == 0 ? new Sentence(said, []) : new Sentence($"{said} {holds}", numbers.Of(statement));
    }
}
