using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries;

/// <summary>What a question was found to ask, and the result.</summary>
/// <param name="Reading">The reading that answered; of a question in parts, that of the first.</param>
/// <param name="Queries">The queries in words.</param>
/// <param name="Subjects">What the question was about, the main subject first: what «it» means in the next question.</param>
/// <param name="Result">The result.</param>
internal sealed record Found(Reading Reading, ImmutableArray<string> Queries, ImmutableArray<Entity> Subjects, QueryResult Result);
