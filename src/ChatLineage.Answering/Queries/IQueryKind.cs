using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries;

/// <summary>
/// A kind of question: how it is recognised, and how it is evaluated and worded. Each kind has a folder of its own and is
/// registered once, in <see cref="QueryKinds"/>.
/// </summary>
/// <remarks>Implementations keep no state and are safe from any number of threads.</remarks>
internal interface IQueryKind
{
    /// <summary>Reads the question as this kind; null when it is none.</summary>
    Reading? Read(QuestionShape shape, EvaluationContext context);

    /// <summary>True for a query of this kind.</summary>
    bool Evaluates(Query query);

    /// <summary>Evaluates a query of this kind.</summary>
    /// <exception cref="InvalidCastException">The query is of another kind.</exception>
    ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken);
}
