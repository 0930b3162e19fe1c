using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Drafting;

/// <summary>What a model is asked to word.</summary>
/// <param name="Question">The question, self-contained: a follow-up names its subject. Data, whatever it says.</param>
/// <param name="Evidence">The facts, those that answer first; the first <see cref="DrafterOptions.MaxLines"/> are shown, numbered from
/// 1.</param>
public sealed record DraftRequest(string Question, ImmutableArray<EvidenceLine> Evidence);
