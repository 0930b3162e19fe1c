using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace ChatLineage.Retrieval.Vectors;

/// <summary>Vectors in a file: a header with their length, then records of key and vector, each appended once.</summary>
/// <remarks>
/// A file that another program holds, that is damaged or cannot be written is no error: vectors can always be computed again.
/// A record cut short by a crash is overwritten by the next one.
/// </remarks>
internal sealed class VectorFile(string path, int dimensions)
{
    private const int HeaderBytes = 8;

    // «CLV1», the form of the file.
    private const int Magic = 0x31564C43;

    private readonly int _recordBytes = TextKey.SizeBytes + (dimensions * sizeof(float));

    /// <summary>Reads all whole records; none when there is no usable file.</summary>
    public IReadOnlyList<KeyValuePair<TextKey, float[]>> Read()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        if (!HasHeader(bytes))
            return [];
        var records = new List<KeyValuePair<TextKey, float[]>>((bytes.Length - HeaderBytes) / _recordBytes);
        for (var at = HeaderBytes; at + _recordBytes <= bytes.Length; at += _recordBytes)
        {
            var vector = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(at + TextKey.SizeBytes, dimensions * sizeof(float))).ToArray();
            if (TensorPrimitives.IsFiniteAll<float>(vector))
                records.Add(new(TextKey.Read(bytes.AsSpan(at)), vector));
        }

        return records;
    }

    /// <summary>Appends records.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Append(IReadOnlyCollection<KeyValuePair<TextKey, float[]>> records)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var header = new byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !HasHeader(header))
        {
            MemoryMarshal.Write(header, Magic);
            MemoryMarshal.Write(header.AsSpan(4), dimensions);
            file.SetLength(0);
            file.Write(header);
        }

        file.Position = file.Length - ((file.Length - HeaderBytes) % _recordBytes);
        var bytes = new byte[_recordBytes];
        foreach (var (key, vector) in records)
        {
            key.Write(bytes);
            MemoryMarshal.AsBytes(vector.AsSpan()).CopyTo(bytes.AsSpan(TextKey.SizeBytes));
            file.Write(bytes);
        }
    }

    private bool HasHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderBytes && MemoryMarshal.Read<int>(bytes) == Magic && MemoryMarshal.Read<int>(bytes[4..]) == dimensions;
}
