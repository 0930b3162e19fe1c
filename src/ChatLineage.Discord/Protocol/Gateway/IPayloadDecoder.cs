namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Turns websocket messages into payloads.</summary>
internal interface IPayloadDecoder : IDisposable
{
    /// <summary>Takes a message and gives the payload that it completes; null when more must come. The memory lives until the next call.</summary>
    /// <exception cref="InvalidDataException">The message cannot be decoded; nor can any after it on the same connection.</exception>
    ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> message);
}
