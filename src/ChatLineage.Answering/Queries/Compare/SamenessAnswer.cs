using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>Says that two entities are not one, and how they relate.</summary>
internal static class SamenessAnswer
{
    public static QueryResult Evaluate(CompareQuery query, EvaluationContext context)
    {
        var left = query.Entities[0];
        var right = query.Entities[1];
        var direct = context.Facts.From(left, [.. Predicates.All]).FirstOrDefault(fact => fact.Object == right)
            ?? context.Facts.From(right, [.. Predicates.All]).FirstOrDefault(fact => fact.Object == left);
        var statements = new List<Statement>();
        if (direct is not null)
            statements.Add(Statement.WorkedOut("No, ", $"they are different things: {direct.Line.Text}", direct.Line));
        var described = new[] { left, right }.Select(entity => DescribeKind.Describe(entity, context))
            .Where(result => result.Abstained is null).Select(result => result.Statements[0]).ToList();
        if (direct is null && described.Count > 0)
            described[0] = Statement.WorkedOut("No, ", $"they are different things: {described[0].Text}", described[0].Lines.AsSpan());
        return new QueryResult
        {
            Statements = [.. statements, .. described],
            Expected = new Expectation(false, []),
            Named = [left, right],
        };
    }
}
