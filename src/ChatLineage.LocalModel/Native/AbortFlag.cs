using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChatLineage.LocalModel.Native;

/// <summary>A flag in native memory that the runtime reads between the operations of a decode step.</summary>
internal sealed unsafe class AbortFlag : SafeHandle
{
    public AbortFlag()
        : base(0, ownsHandle: true) => SetHandle((nint)NativeMemory.AllocZeroed(sizeof(int)));

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The function that the runtime calls; LLamaSharp has no method for it.</summary>
    public static nint Callback => (nint)(delegate* unmanaged[Cdecl]<int*, byte>)&Asked;

    /// <summary>What the runtime passes to <see cref="Callback"/>.</summary>
    public nint Data => handle;

    /// <summary>Raises or lowers the flag; any thread, and without effect once it is disposed.</summary>
    public void Set(bool value)
    {
        var held = false;
        try
        {
            DangerousAddRef(ref held);
            Volatile.Write(ref Unsafe.AsRef<int>((void*)handle), value ? 1 : 0);
        }
        catch (ObjectDisposedException)
        {
            // The context is gone, and with it the step that was to be aborted.
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Asked(int* flag) => (byte)(Volatile.Read(ref *flag) != 0 ? 1 : 0);
}
