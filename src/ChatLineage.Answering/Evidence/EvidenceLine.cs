using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Evidence;

/// <summary>A fact in one plain sentence, with what proves it. The model words answers from these lines and from nothing else.</summary>
/// <param name="Text">A complete English sentence with dates written out and no citation.</param>
/// <param name="Sources">Who says so, the most trusted first: at least one.</param>
/// <param name="Claims">The claims that prove it; empty for prose.</param>
public sealed record EvidenceLine(string Text, ImmutableArray<Source> Sources, ImmutableArray<Claim> Claims);
