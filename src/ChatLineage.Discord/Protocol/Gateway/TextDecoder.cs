namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>No compression: a message is a payload.</summary>
internal sealed class TextDecoder : IPayloadDecoder
{
    public ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> message) => message;

    public void Dispose()
    {
        // Holds nothing.
    }
}
