using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ChatLineage.Retrieval.Vectors;

/// <summary>Stands for a text and the model that turns it into a vector: the start of the SHA-256 over both.</summary>
internal readonly record struct TextKey(UInt128 Value)
{
    /// <summary>How many bytes a key has in a file.</summary>
    public const int SizeBytes = 16;

    /// <summary>The key of a text for a model.</summary>
    public static TextKey Of(string model, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\0{text}"), hash);
        return Read(hash);
    }

    /// <summary>Reads a key as <see cref="Write"/> wrote it.</summary>
    public static TextKey Read(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Read<UInt128>(bytes));

    /// <summary>Writes the key.</summary>
    public void Write(Span<byte> bytes) => MemoryMarshal.Write(bytes, Value);
}
