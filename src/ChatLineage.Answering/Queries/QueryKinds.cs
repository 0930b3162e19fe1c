using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Ancestry;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Choice;
using ChatLineage.Answering.Queries.Compare;
using ChatLineage.Answering.Queries.Composed;
using ChatLineage.Answering.Queries.Compound;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Dispute;
using ChatLineage.Answering.Queries.Extreme;
using ChatLineage.Answering.Queries.Impact;
using ChatLineage.Answering.Queries.Licensing;
using ChatLineage.Answering.Queries.Members;
using ChatLineage.Answering.Queries.Namesakes;
using ChatLineage.Answering.Queries.Open;
using ChatLineage.Answering.Queries.Path;
using ChatLineage.Answering.Queries.Quantity;
using ChatLineage.Answering.Queries.Related;
using ChatLineage.Answering.Queries.Talk;
using ChatLineage.Answering.Queries.Timeline;
using ChatLineage.Answering.Queries.Unknown;
using ChatLineage.Answering.Queries.Verify;

namespace ChatLineage.Answering.Queries;

/// <summary>Every kind of question. A new one is registered here and nowhere else.</summary>
internal static class QueryKinds
{
    public static ImmutableArray<IQueryKind> All { get; } =
    [
        new NamesakesKind(), new QuantityKind(), new ExtremeKind(), new CompoundKind(), new ComposedKind(), new ChoiceKind(), new VerifyKind(),
            new DisputeKind(), new CompareKind(), new PathKind(), new LicenceKind(), new AncestryKind(), new ImpactKind(),
        new AttributeKind(), new RelatedKind(), new MembersKind(), new TimelineKind(), new DescribeKind(), new TalkKind(),
            new UnknownKind(), new OpenKind(),
    ];

    /// <summary>Evaluates a query by the kind that it belongs to.</summary>
    public static ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken) =>
        All.Single(kind => kind.Evaluates(query)).EvaluateAsync(query, context, cancellationToken);
}
