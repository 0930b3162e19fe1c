using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Knowledge.Comparing;

/// <summary>A claim that came, went or changed between two snapshots.</summary>
/// <param name="Before">The claim as it was; null when it is new.</param>
/// <param name="After">The claim as it is; null when it went.</param>
public sealed record ClaimChange(Claim? Before, Claim? After);
