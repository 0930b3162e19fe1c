using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>The terms of a licence as its note writes them.</summary>
/// <param name="Commercial">Whether commercial use is allowed.</param>
/// <param name="Conditions">A phrase that completes «the licence …»; null when there is none.</param>
/// <param name="ShareAlike">Whether derivatives are bound.</param>
/// <param name="Sources">The ids of the sources.</param>
public sealed record NoteTerms(CommercialUse Commercial, string? Conditions, bool ShareAlike, ImmutableArray<Located<string>> Sources);
