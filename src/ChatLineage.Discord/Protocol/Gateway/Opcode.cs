namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What a gateway payload is (topics/opcodes-and-status-codes.mdx, "Gateway Opcodes"); those that the bot uses.</summary>
internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
