namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Which shards a process runs.</summary>
/// <param name="Count">How many there are in all processes together; null for as many as Discord recommends.</param>
/// <param name="Ids">Those of this process; null for all.</param>
internal sealed record ShardChoice(int? Count, IReadOnlyCollection<int>? Ids);
