using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries;

/// <summary>A kind of question with queries of one type that are evaluated from the graph alone.</summary>
/// <typeparam name="TQuery">The type of its queries.</typeparam>
internal abstract class QueryKind<TQuery> : IQueryKind
    where TQuery : Query
{
    public abstract Reading? Read(QuestionShape shape, EvaluationContext context);

    public bool Evaluates(Query query) => query is TQuery;

    public ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Evaluate((TQuery)query, context));

    protected abstract QueryResult Evaluate(TQuery query, EvaluationContext context);
}
