using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>
/// Collects what the native library logs: the only place where it says why a load, a context or a grammar failed. The runtime logs on the
/// thread that called it, so a capture sees the lines of its own thread alone.
/// </summary>
internal static class NativeLog
{
    [ThreadStatic]
    private static NativeLogCapture? _capture;

    /// <summary>The callback for the native library. It must never throw.</summary>
    public static void Receive(LLamaLogLevel level, string message) => _capture?.Add(level, message);

    /// <summary>Collects this thread's lines until the capture is disposed.</summary>
    public static NativeLogCapture Capture() => _capture = new NativeLogCapture(_capture);

    /// <summary>Ends the innermost capture of this thread.</summary>
    internal static void End(NativeLogCapture? outer) => _capture = outer;
}
