namespace ChatLineage.LocalModel.Scheduling;

/// <summary>How the sequences of a context are used.</summary>
/// <param name="Pins">How many of them keep shared prompt beginnings.</param>
/// <param name="SpillBytes">Memory for conversations that had to leave the cache; 0 for none.</param>
internal sealed record CachePlan(int Pins, long SpillBytes);
