using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>A claim as a note writes it, before ids are resolved.</summary>
/// <param name="Predicate">The predicate, at the claim's first line.</param>
/// <param name="Object">The id of the object.</param>
/// <param name="Detail">The qualification; null when there is none.</param>
/// <param name="On">When it held; null when not recorded.</param>
/// <param name="Sources">The ids of the sources.</param>
/// <param name="Disputed">Why it is not believed; null when it stands.</param>
/// <param name="EarlierBecause">Why the subject may be dated before the object that it derives from; null when it is not.</param>
public sealed record NoteClaim(
    Located<Predicate> Predicate,
    Located<string> Object,
    string? Detail,
    PartialDate? On,
    ImmutableArray<Located<string>> Sources,
    string? Disputed,
    string? EarlierBecause)
{
    /// <summary>When it ceased to hold; null when it holds.</summary>
    public PartialDate? Until { get; init; }
}
