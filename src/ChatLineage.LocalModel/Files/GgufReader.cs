using System.Text;

namespace ChatLineage.LocalModel.Files;

/// <summary>
/// Reads the header of a GGUF file, versions 2 and 3, without trusting it: every length is checked against the length of the file before
/// it is used. Format: ggml-org/ggml docs/gguf.md.
/// </summary>
internal sealed class GgufReader(Stream stream) : IDisposable
{
    private const uint Magic = 0x46554747; // "GGUF", little-endian
    private const uint ArrayType = 9;
    private const uint StringType = 8;
    private const int MostDimensions = 4;
    private const uint DefaultAlignment = 32;
    private const int LongestText = 1 << 20;
    private readonly BinaryReader _reader = new(stream, Encoding.UTF8, leaveOpen: true);
    private readonly Dictionary<string, string> _text = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>Reads the header from the beginning of the stream.</summary>
    /// <exception cref="GgufFormatException">It is not GGUF, or it ends too early.</exception>
    public GgufHeader Read()
    {
        try
        {
            return ReadHeader();
        }
        catch (EndOfStreamException)
        {
            throw Truncated("its header is cut off");
        }
        catch (OverflowException)
        {
            throw Truncated("a size in its header is impossible");
        }
    }

    /// <summary>Releases the reader; the stream stays open.</summary>
    public void Dispose() => _reader.Dispose();

    private GgufHeader ReadHeader()
    {
        if (stream.Length < 4 || _reader.ReadUInt32() != Magic)
        {
            throw new GgufFormatException(ModelLoadFailure.NotGguf, "it does not begin with the letters GGUF");
        }

        var version = _reader.ReadUInt32();
        if (version is not (2 or 3))
        {
            throw new GgufFormatException(ModelLoadFailure.NotGguf, $"its GGUF version {version} is not supported (2 and 3 are)");
        }

        var tensorCount = _reader.ReadUInt64();
        var valueCount = _reader.ReadUInt64();
        for (ulong i = 0; i < valueCount; i++)
        {
            ReadValue(ReadText(), _reader.ReadUInt32());
        }

        ulong end = 0;
        for (ulong i = 0; i < tensorCount; i++)
        {
            var tensor = ReadTensor();
            end = Math.Max(end, checked(tensor.Offset + tensor.SizeBytes));
        }

        var alignment = (ulong)_numbers.GetValueOrDefault("general.alignment", DefaultAlignment);
        alignment = alignment is 0 or > 65536 ? DefaultAlignment : alignment;
        var data = ((ulong)stream.Position + alignment - 1) / alignment * alignment;
        return new GgufHeader(version, _text, _numbers, tensorCount, tensorCount == 0 ? (ulong)stream.Position : checked(data + end));
    }

    private void ReadValue(string key, uint type)
    {
        switch (type)
        {
            case 0: _numbers[key] = _reader.ReadByte(); break;
            case 1: _numbers[key] = _reader.ReadSByte(); break;
            case 2: _numbers[key] = _reader.ReadUInt16(); break;
            case 3: _numbers[key] = _reader.ReadInt16(); break;
            case 4: _numbers[key] = _reader.ReadUInt32(); break;
            case 5: _numbers[key] = _reader.ReadInt32(); break;
            case 7: _numbers[key] = _reader.ReadByte(); break;
            case 10: _numbers[key] = unchecked((long)_reader.ReadUInt64()); break;
            case 11: _numbers[key] = _reader.ReadInt64(); break;
            case StringType: _text[key] = ReadText(); break;
            case ArrayType: SkipArray(); break;
            default: Skip(Width(type)); break;
        }
    }

    private void SkipArray()
    {
        var type = _reader.ReadUInt32();
        var count = _reader.ReadUInt64();
        if (type != StringType)
        {
            Skip(checked(Width(type) * count));
            return;
        }

        for (ulong i = 0; i < count; i++)
        {
            Skip(_reader.ReadUInt64());
        }
    }

    private GgufTensor ReadTensor()
    {
        ReadText();
        var dimensions = _reader.ReadUInt32();
        if (dimensions > MostDimensions)
        {
            throw Truncated("its list of tensors is damaged");
        }

        ulong values = 1;
        for (var i = 0; i < dimensions; i++)
        {
            values = checked(values * _reader.ReadUInt64());
        }

        var type = _reader.ReadUInt32();
        return new GgufTensor(_reader.ReadUInt64(), GgufTypeSizes.Bytes(type, values));
    }

    private string ReadText()
    {
        var length = _reader.ReadUInt64();
        if (length > (ulong)(stream.Length - stream.Position) || length > LongestText)
        {
            throw Truncated("a text in its header is longer than the file allows");
        }

        return Encoding.UTF8.GetString(_reader.ReadBytes((int)length));
    }

    private void Skip(ulong bytes)
    {
        if (bytes > (ulong)(stream.Length - stream.Position))
        {
            throw Truncated("its header is cut off");
        }

        // Short skips read on in the buffer of the stream; a seek would throw the buffer away, 50,000 times for a vocabulary.
        if (bytes > 4096)
        {
            stream.Seek((long)bytes, SeekOrigin.Current);
            return;
        }

        Span<byte> scrap = stackalloc byte[(int)bytes];
        _reader.BaseStream.ReadExactly(scrap);
    }

    private static ulong Width(uint type) => type switch
    {
        0 or 1 or 7 => 1,
        2 or 3 => 2,
        4 or 5 or 6 => 4,
        10 or 11 or 12 => 8,
        _ => throw Truncated($"its header has a value of unknown type {type}"),
    };

    private static GgufFormatException Truncated(string detail) => new(ModelLoadFailure.Truncated, detail);
}
