namespace ChatLineage.Retrieval.Fusion;

/// <summary>An item of joined rankings.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">Its joined score; higher is better.</param>
/// <param name="Ranks">Its rank in each ranking, from 1; 0 where a ranking lacks it.</param>
internal readonly record struct FusedItem(int Item, double Score, IReadOnlyList<int> Ranks);
