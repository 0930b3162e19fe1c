using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>A direct conversation to be opened.</summary>
/// <param name="RecipientId">With whom.</param>
internal sealed record NewDirectChannel(Snowflake RecipientId);
