using System.Buffers;
using System.IO.Compression;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>
/// Compression <c>zlib-stream</c>: one zlib context for a connection, and a payload ends where a message ends with the mark of a flush
/// (events/gateway.mdx, "zlib-stream").
/// </summary>
internal sealed class ZlibStreamDecoder : IPayloadDecoder
{
    /// <summary>The largest payload that is read. The largest real ones, of servers with many channels, have a few megabytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _inflater;
    private readonly ArrayBufferWriter<byte> _payload = new(16 * 1024);

    public ZlibStreamDecoder() => _inflater = new ZLibStream(_compressed, CompressionMode.Decompress);

    public ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> message)
    {
        _compressed.Position = _compressed.Length;
        _compressed.Write(message.Span);
        if (!message.Span.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xff, 0xff]))
            return null;
        _compressed.Position = 0;
        _payload.ResetWrittenCount();
        while (_inflater.Read(_payload.GetSpan(16 * 1024)) is > 0 and var count)
        {
            _payload.Advance(count);
            if (_payload.WrittenCount > MaxBytes)
                throw new InvalidDataException("A gateway payload is larger than 64 MiB.");
        }

        _compressed.SetLength(0);
        return _payload.WrittenMemory;
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _compressed.Dispose();
    }
}
