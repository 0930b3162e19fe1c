using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Related;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries.Compound;

/// <summary>Questions that ask for several relations of one thing, joined by «and» or a comma.</summary>
internal sealed class CompoundKind : IQueryKind
{
    private const int StatementsOfAPart = 2;

    public Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.IsYesNo || !(shape.HasWord("and", "plus", "also") || shape.Text.Contains(',', StringComparison.Ordinal)))
            return null;
        var parts = RelatedKind.All(shape, context)
            .Where(reading => reading.Confidence >= 0.6)
            .Select(reading => reading.Query)
            .OfType<RelatedQuery>()
            .DistinctBy(query => query.Predicates[0].Role)
            .ToList();
        return parts.Count > 1 && parts.TrueForAll(part => part.Entity == parts[0].Entity && part.Inverse == parts[0].Inverse)
            ? new Reading(new CompoundQuery([.. parts.Take(3)]), 0.815, "asks for several relations of one thing")
            : null;
    }

    public bool Evaluates(Query query) => query is CompoundQuery;

    public async ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken)
    {
        var results = new List<QueryResult>();
        foreach (var part in ((CompoundQuery)query).Parts)
            results.Add(await QueryKinds.EvaluateAsync(part, context, cancellationToken));
        var answered = results.Where(result => result.Abstained is null).ToList();
        if (answered.Count == 0)
            return results[0];
        return new QueryResult
        {
            Statements = [.. answered.SelectMany(result => result.Statements.Take(StatementsOfAPart))],
            FurtherEvidence = [.. answered.SelectMany(result => result.FurtherEvidence)],
            Expected = new Expectation(null, [.. answered.SelectMany(result => result.Expected.MustState)]),
            Conflicts = [.. answered.SelectMany(result => result.Conflicts)],
            Named = [.. answered.SelectMany(result => result.Named).Distinct()],
        };
    }
}
