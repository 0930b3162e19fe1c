using System.Globalization;
using System.Runtime.InteropServices;
using ChatLineage.LocalModel.Runtime;
using LLama.Common;
using LLama.Exceptions;
using LLama.Extensions;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>LLamaSharp and llama.cpp. One for the process: the native library can be loaded and configured only once.</summary>
internal sealed class LlamaSharpRuntime : ILlamaRuntime
{
    private static readonly Lock Gate = new();
    private static LlamaSharpRuntime? _instance;
    private static string? _libraryPath;

    private LlamaSharpRuntime(RuntimeFacts facts) => Facts = facts;

    /// <inheritdoc/>
    public RuntimeFacts Facts { get; }

    /// <summary>Loads the native library at the first call and returns the runtime.</summary>
    /// <param name="libraryPath">Another build of libllama, or null.</param>
    /// <param name="preferGpu">Whether GPU builds are looked for; decided at the first call.</param>
    /// <exception cref="ModelLoadException">The native library cannot be loaded, or another one was already.</exception>
    public static LlamaSharpRuntime Get(string? libraryPath, bool preferGpu)
    {
        lock (Gate)
        {
            if (_instance is null)
            {
                _instance = Start(libraryPath, preferGpu);
                _libraryPath = libraryPath;
            }
            else if (libraryPath is not null && libraryPath != _libraryPath)
            {
                throw new ModelLoadException(
                    ModelLoadFailure.NativeLibrary, null,
                    $"LocalModel:LibraryPath '{libraryPath}' comes too late: another native library is in use. Restart the program.");
            }

            return _instance;
        }
    }

    /// <inheritdoc/>
    public ILlamaModel Load(string path, int gpuLayers, int mainGpu, CancellationToken cancellationToken)
    {
        if (gpuLayers == 0 || !Facts.GpuOffload)
        {
            MemoryNeed.Check(new FileInfo(path).Length, MemoryNeed.AvailableBytes(), path, "The weights",
                "Free memory or choose a smaller model.");
        }

        var parameters = new ModelParams(path)
        {
            GpuLayerCount = gpuLayers,
            MainGpu = mainGpu,
            LoadMode = NativeApi.llama_supports_mmap() ? LLamaLoadMode.MemoryMap : LLamaLoadMode.None,
        };
        using var log = NativeLog.Capture();
        using var pins = parameters.ToLlamaModelParams(out var native);
        LlamaProgressCallback progress = (_, _) => !cancellationToken.IsCancellationRequested;
        native.progress_callback = progress;
        try
        {
            return new LlamaSharpModel(SafeLlamaModelHandle.LoadFromFile(path, native), path);
        }
        catch (LoadWeightsFailedException problem)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Refused(path, log.Reason, problem);
        }
        finally
        {
            GC.KeepAlive(progress);
        }
    }

    private static ModelLoadException Refused(string path, string reason, Exception problem)
    {
        var failure = reason.Contains("unknown model architecture", StringComparison.Ordinal) ? ModelLoadFailure.UnsupportedArchitecture
            : reason.Contains("alloc", StringComparison.Ordinal) || reason.Contains("memory", StringComparison.Ordinal)
                ? ModelLoadFailure.OutOfMemory
            : ModelLoadFailure.Refused;
        var next = failure switch
        {
            ModelLoadFailure.UnsupportedArchitecture => "Choose a model of an architecture that this release knows.",
            ModelLoadFailure.OutOfMemory => "Free memory or choose a smaller model.",
            _ => "Download the file again, or choose another model.",
        };
        var detail = reason.Length == 0 ? "without a reason" : $"because: {reason}";
        return new ModelLoadException(failure, path, $"The runtime refused the model file '{path}' {detail}. {next}", problem);
    }

    private static LlamaSharpRuntime Start(string? libraryPath, bool preferGpu)
    {
        if (libraryPath is not null && !File.Exists(libraryPath))
        {
            throw new ModelLoadException(
                ModelLoadFailure.NativeLibrary, null,
                $"LocalModel:LibraryPath '{libraryPath}' does not exist. Give the full path of a libllama, or leave it out.");
        }

        // On an abort ggml would start a debugger to print a backtrace.
        NativeEnvironment.SetIfMissing("GGML_NO_BACKTRACE", "1");
        using var log = NativeLog.Capture();
        try
        {
            // The program's own folder comes before the current directory, where anybody may have put a library.
            NativeLibraryConfig.All.WithLogCallback(NativeLog.Receive)
                .WithSearchDirectory(AppContext.BaseDirectory)
                .WithCuda(preferGpu)
                .WithVulkan(preferGpu)
                .WithLibrary(libraryPath, null);
            NativeApi.llama_empty_call();
        }
        catch (Exception problem)
            when (problem is TypeInitializationException or RuntimeError or InvalidOperationException or DllNotFoundException)
        {
            throw new ModelLoadException(
                ModelLoadFailure.NativeLibrary,
                null,
                "The native library of the local model could not be loaded. On Linux it needs glibc 2.34 or newer and libgomp.so.1 (package libgomp1). Details: "
                + string.Join("; ", log.Lines.Where(line => line.StartsWith("Failed", StringComparison.Ordinal))
                    .DefaultIfEmpty(problem.InnerException?.Message ?? problem.Message)),
                problem);
        }

        return new LlamaSharpRuntime(Describe(libraryPath, log));
    }

    private static RuntimeFacts Describe(string? libraryPath, NativeLogCapture log)
    {
        const string loaded = "Successfully loaded '";
        var path = libraryPath ?? log.Lines
            .Where(line => line.StartsWith(loaded, StringComparison.Ordinal)
                && Path.GetFileNameWithoutExtension(line.TrimEnd('\'')).EndsWith("llama", StringComparison.Ordinal))
            .Select(line => line[loaded.Length..].TrimEnd('\''))
            .FirstOrDefault();
        var metadata = NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama)?.Metadata;
        var variant = libraryPath is not null ? "custom"
            : metadata is null ? RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()
            : metadata.UseCuda ? "cuda"
            : metadata.UseVulkan ? "vulkan"
            : metadata.AvxLevel == AvxLevel.None ? "no avx"
            : metadata.AvxLevel.ToString().ToLowerInvariant();
        var devices = Enumerable.Range(0, (int)NativeApi.ggml_backend_dev_count())
            .Select(i => Marshal.PtrToStringUTF8(NativeApi.ggml_backend_dev_name(NativeApi.ggml_backend_dev_get((nuint)i)))
                ?? i.ToString(CultureInfo.InvariantCulture))
            .ToArray();
        var system = Marshal.PtrToStringUTF8(NativeApi.llama_print_system_info())?.Trim() ?? "";
        return new RuntimeFacts(variant, path, devices, system, NativeApi.llama_supports_gpu_offload());
    }
}
