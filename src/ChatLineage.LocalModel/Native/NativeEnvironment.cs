using System.Runtime.InteropServices;

namespace ChatLineage.LocalModel.Native;

/// <summary>Sets variables where native code reads them: on Unix, .NET keeps a copy of the environment that native code never
/// sees.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable unless it is set already.</summary>
    public static void SetIfMissing(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is not null)
        {
            return;
        }

        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable(name, value, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
