namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Who the bot is and what it wants to hear.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Intents">Which events are wanted.</param>
/// <param name="Properties">What connects.</param>
/// <param name="Shard">The shard's number and how many there are.</param>
internal sealed record IdentifyData(string Token, Intents Intents, ConnectionProperties Properties, int[] Shard)
{
    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => "identify";
}
