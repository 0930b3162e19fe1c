using System.Collections.Immutable;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Entities;

/// <summary>What a licence allows, as far as the notes record it.</summary>
/// <param name="Commercial">Whether what it covers may be used commercially.</param>
/// <param name="Conditions">A phrase that completes «the licence …»: <c>needs a separate licence above 700 million monthly users</c>; null
/// when there is none.</param>
/// <param name="ShareAlike">True when derivatives must carry the same licence or its restrictions.</param>
/// <param name="Sources">Who says so.</param>
public sealed record LicenceTerms(CommercialUse Commercial, string? Conditions, bool ShareAlike, ImmutableArray<Source> Sources);
