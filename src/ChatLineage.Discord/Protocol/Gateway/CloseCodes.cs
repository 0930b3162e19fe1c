using System.Globalization;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What each close code means for the next connection (topics/opcodes-and-status-codes.mdx, "Gateway Close Event Codes").</summary>
internal static class CloseCodes
{
    /// <summary>
    /// The code that the bot closes with when it means to resume. 1000 and 1001 would end the session (events/gateway.mdx, "Initiating a
    /// Disconnect"); this one is in the range for applications and is none of Discord's.
    /// </summary>
    public const int Resuming = 4900;

    /// <summary>The code that the bot closes with when it goes for good.</summary>
    public const int Leaving = 1000;

    private const string Portal = "in the developer portal (https://discord.com/developers/applications)";

    /// <summary>What follows when Discord closes with a code; null when the connection broke without one.</summary>
    public static ConnectionEnd Read(int? code) => code switch
    {
        4004 => Stop(4004, $"refused the token. Reset it under Bot {Portal} and set it as CHATLINEAGE_Discord__Token."),
        4010 => Stop(4010, "refused the shard number. Correct Discord:ShardCount and Discord:ShardIds: each id is from 0 to one less than the count."),
        4011 => Stop(4011, "needs more shards: the bot is in too many servers for so few. Raise Discord:ShardCount, or leave it out to use as many as Discord recommends."),
        4012 => Stop(4012, "no longer speaks this version of the gateway. Update ChatLineage."),
        4013 => Stop(4013, "does not know an intent that was asked for. Update ChatLineage; if it is the newest, report this as a fault."),
        4014 => Stop(4014, $"does not allow the intents. Switch on 'Message Content Intent' under Bot > Privileged Gateway Intents {Portal}, or set Discord:MessageContent to false."),
        4007 => new ConnectionEnd(NextStep.NewSession, "Discord closed with 4007 (invalid sequence)."),
        4009 => new ConnectionEnd(NextStep.NewSession, "Discord closed with 4009 (session timed out)."),
        null => new ConnectionEnd(NextStep.Resume, "The connection broke without a close code."),
        { } other => new ConnectionEnd(NextStep.Resume, string.Create(CultureInfo.InvariantCulture, $"Discord closed with {other}.")),
    };

    private static ConnectionEnd Stop(int code, string what) =>
        new(NextStep.Stop, string.Create(CultureInfo.InvariantCulture, $"Discord {what} (Close code {code}.)"));
}
