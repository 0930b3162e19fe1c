using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChatLineage.LocalModel.Runtime;

/// <summary>
/// What was computed for a sequence, as bytes that only the runtime understands. It lies in memory of its own, given back at once when it
/// is disposed of:
/// such states are megabytes and come with every request, and arrays of that size pile up until the garbage collector looks at its oldest
/// generation.
/// </summary>
/// <remarks>For one thread. One that is forgotten is freed by its finalizer.</remarks>
internal sealed unsafe class SequenceState : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Sets memory aside.</summary>
    /// <param name="length">Bytes, more than 0.</param>
    /// <exception cref="OutOfMemoryException">There is none left.</exception>
    public SequenceState(int length)
        : base(ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        SetHandle((nint)NativeMemory.Alloc((nuint)length));
        Length = length;
    }

    /// <summary>Bytes.</summary>
    public int Length { get; }

    /// <summary>The bytes; not to be used once the state is disposed of.</summary>
    /// <exception cref="ObjectDisposedException">It is.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new Span<byte>((void*)handle, Length);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
