using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>A note drafted from a card, for a maintainer to check.</summary>
/// <param name="Path">Where the note goes, relative to the knowledge folder.</param>
/// <param name="Note">The text of the note. What was inferred stands in comments; only what the card states is a claim.</param>
/// <param name="SourcePath">The source file that the card belongs in, relative to the knowledge folder.</param>
/// <param name="SourceEntry">The entry of the card in a source file.</param>
/// <param name="Publisher">Who published the card.</param>
/// <param name="Remarks">What a maintainer has to look at: names without a note, relations that were inferred.</param>
public sealed record Draft(string Path, string Note, string SourcePath, string SourceEntry, string Publisher,
    ImmutableArray<string> Remarks);
