using System.Collections.Immutable;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Checking.Documents;

/// <summary>A text without its markup.</summary>
/// <param name="Sentences">Its sentences in order.</param>
/// <param name="Written">The day it gives as its own in its front matter; null when it gives none.</param>
internal sealed record Document(ImmutableArray<DocumentSentence> Sentences, PartialDate? Written);
