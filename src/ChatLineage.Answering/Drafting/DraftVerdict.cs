namespace ChatLineage.Answering.Drafting;

/// <summary>Whether a draft may be shown.</summary>
/// <param name="Accepted">True when it says what the program knows to be the answer.</param>
/// <param name="Reason">Why not; <c>accepted</c> otherwise.</param>
public sealed record DraftVerdict(bool Accepted, string Reason);
