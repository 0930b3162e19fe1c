using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries;

/// <summary>A kind of question with queries of one type that are evaluated from the graph alone.</summary>
/// <typeparam name="TQuery">The type of its queries.</typeparam>
internal abstract class QueryKind<TQuery> : IQueryKind
    where TQuery : Query
{
    public abstract Reading? Read(QuestionShape shape, EvaluationContext context);

    public ValueTask<QueryResult>? EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken) =>
        query is TQuery own ? new ValueTask<QueryResult>(Evaluate(own, context)) : null;

    protected abstract QueryResult Evaluate(TQuery query, EvaluationContext context);
}
