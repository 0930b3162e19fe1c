using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries.Unknown;

/// <summary>Declines what the notes never hold. Only an example leads here; no structure of a question does.</summary>
internal sealed class UnknownKind : QueryKind<UnknownQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context) => null;

    protected override QueryResult Evaluate(UnknownQuery query, EvaluationContext context) =>
        Abstain.NotRecorded($"that about {query.Entity.Name}", Abstain.Nearest(query.Entity, context), query.Entity);
}
