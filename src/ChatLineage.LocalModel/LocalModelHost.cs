using System.Globalization;
using ChatLineage.LocalModel.Catalogue;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Embeddings;
using ChatLineage.LocalModel.Files;
using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.LocalModel;

/// <summary>
/// The local models of a program: a language model and an embedding model in GGUF files, run in process. Each is loaded at its first use.
/// </summary>
/// <remarks>
/// All members may be used from any thread, at the same time. The clients belong to the host: dispose the host, not them. Several hosts may
/// exist in a process, but they share one native library, chosen by the first of them that loads a model.
/// </remarks>
public sealed partial class LocalModelHost : IAsyncDisposable
{
    /// <summary>
    /// The meter to subscribe to: <c>gen_ai.server.*</c> and <c>gen_ai.client.token.usage</c> of the OpenTelemetry conventions for
    /// generative AI, and <c>chatlineage.local_model.queue_time</c> and <c>.cached_tokens</c>.
    /// </summary>
    public const string MeterName = GenerationMetrics.MeterName;

    private readonly LocalModelOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly LazyModel<ChatEngine> _chat;
    private readonly LazyModel<EmbeddingEngine> _embeddings;
    private ModelReport? _report;

    /// <summary>Creates the host; loads nothing yet.</summary>
    /// <param name="options">Which models and how; read at once, later changes have no effect.</param>
    /// <param name="loggerFactory">Where loads and faults are logged; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names every wrong key.</exception>
    public LocalModelHost(LocalModelOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }

        _options = options;
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<LocalModelHost>();
        _clock = timeProvider ?? TimeProvider.System;
        ModelPath = options.ModelPath ?? ModelFolder.FindWriter();
        EmbeddingModelPath = options.EmbeddingModelPath ?? ModelFolder.FindEmbeddingModel();
        _chat = new LazyModel<ChatEngine>(LoadChatAsync);
        _embeddings = new LazyModel<EmbeddingEngine>(LoadEmbeddingsAsync);
        ChatClient = new LocalChatClient(_chat.GetAsync, ModelPath);
        EmbeddingGenerator = new LocalEmbeddingGenerator(_embeddings.GetAsync, EmbeddingModelPath, null);
    }

    /// <summary>The language model's file, or null when none is configured and none was found.</summary>
    public string? ModelPath { get; }

    /// <summary>The embedding model's file, or null when none is configured and none was found.</summary>
    public string? EmbeddingModelPath { get; }

    /// <summary>
    /// The language model: streams, honours cancellation at the next step, and fills usage and finish reason. Greedy unless a temperature
    /// is given. The first request loads the model and fails with <see cref="ModelLoadException"/> when that is not possible.
    /// </summary>
    public IChatClient ChatClient { get; }

    /// <summary>
    /// The embedding model: vectors of length 1, texts cut to the model's context. The first request loads the model and fails with
    /// <see cref="ModelLoadException"/> when that is not possible.
    /// </summary>
    public IEmbeddingGenerator<string, Embedding<float>> EmbeddingGenerator { get; }

    /// <summary>Loads the language model now instead of at the first request.</summary>
    /// <param name="cancellationToken">Ends the waiting; the load itself goes on for other callers.</param>
    /// <returns>What was loaded and on which device, for the line that the program prints at start.</returns>
    /// <exception cref="ModelLoadException">The model cannot be loaded; the message says why and what to do.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    public async Task<ModelReport> LoadAsync(CancellationToken cancellationToken)
    {
        await _chat.GetAsync(cancellationToken);
        return _report!;
    }

    /// <summary>Loads the embedding model now instead of at the first request.</summary>
    /// <param name="cancellationToken">Ends the waiting; the load itself goes on for other callers.</param>
    /// <exception cref="ModelLoadException">The model cannot be loaded; the message says why and what to do.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    public Task LoadEmbeddingModelAsync(CancellationToken cancellationToken) => _embeddings.GetAsync(cancellationToken);

    /// <summary>Takes no further requests and lets the running and queued ones end.</summary>
    /// <param name="cancellationToken">When it is cancelled, what still runs is aborted and fails.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_chat.Loaded is { } engine)
        {
            await engine.Scheduler.StopAsync(cancellationToken);
        }
    }

    /// <summary>Aborts what runs and frees the models.</summary>
    /// <returns>A task that ends when they are free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _chat.DisposeAsync();
        await _embeddings.DisposeAsync();
    }

    /// <summary>The loaded model below the public surface, for measurements.</summary>
    internal Task<ChatEngine> GetEngineAsync(CancellationToken cancellationToken) => _chat.GetAsync(cancellationToken);

    private int Threads =>
        _options.Threads ?? (Environment.ProcessorCount <= 4 ? Environment.ProcessorCount : Environment.ProcessorCount - 1);

    private async Task<ChatEngine> LoadChatAsync(CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var (runtime, model) = await LoadModelAsync(ModelPath, ModelKind.Language, _options.GpuLayers ?? -1, cancellationToken);
        try
        {
            var prompts = new PromptRenderer(model);
            var settings = new ContextSettings(_options.ContextTokens, _options.BatchTokens,
                _options.Conversations + _options.PinnedPrefixes, Threads);
            var plan = new CachePlan(_options.PinnedPrefixes, (long)_options.IdleCacheMegabytes * 1024 * 1024);
            var scheduler = new SchedulerThread(model, settings, plan, _options.QueueLimit, _clock, problem => LogFault(_logger, problem));
            _report = Report(runtime.Facts, model.Facts, _clock.GetElapsedTime(began));
            LogLoaded(_logger, _report);
            foreach (var warning in _report.Warnings)
            {
                LogWarning(_logger, warning);
            }

            var longest = Math.Min(_options.ContextTokens, model.Facts.TrainedContextTokens);
            return new ChatEngine(model, prompts, scheduler, new GenerationMetrics(), _clock, longest, _options.MaxOutputTokens);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private async Task<EmbeddingEngine> LoadEmbeddingsAsync(CancellationToken cancellationToken)
    {
        var (_, model) = await LoadModelAsync(EmbeddingModelPath, ModelKind.Embedding, 0, cancellationToken);
        try
        {
            return new EmbeddingEngine(model, Threads, _clock);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private async Task<(ILlamaRuntime Runtime, ILlamaModel Model)> LoadModelAsync(string? path, ModelKind kind, int gpuLayers,
        CancellationToken cancellationToken)
    {
        ModelFileCheck.Check(path, kind);
        if (_options.VerifyChecksum)
        {
            await ModelChecksum.VerifyAsync(path!, null, cancellationToken);
        }

        var runtime = LlamaSharpRuntime.Get(_options.LibraryPath, preferGpu: _options.GpuLayers != 0);
        return (runtime, runtime.Load(path!, gpuLayers, _options.MainGpu, cancellationToken));
    }

    private ModelReport Report(RuntimeFacts runtime, ModelFacts model, TimeSpan loadTime)
    {
        var warnings = new List<string>();
        if (_options.GpuLayers is not (null or 0) && !runtime.GpuOffload)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"LocalModel:GpuLayers is {_options.GpuLayers}, but the native build '{runtime.Variant}' has no GPU support, so the model "
                    + $"runs on the CPU. Build with -p:LocalModelBackend=cuda12 or vulkan and check the driver."));
        }

        if (_options.ContextTokens > model.TrainedContextTokens)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"LocalModel:ContextTokens is {_options.ContextTokens}; the model was trained for {model.TrainedContextTokens}, so no "
                    + $"single request gets more than that."));
        }

        var offloaded = runtime.GpuOffload
            ? Math.Min(_options.GpuLayers is null or -1 ? int.MaxValue : _options.GpuLayers.Value, model.Layers) : 0;
        return new ModelReport(
            model.Path, model.Name, model.Architecture, model.Parameters, model.SizeBytes, runtime.Variant, runtime.LibraryPath,
            runtime.Devices, runtime.SystemInfo,
            Threads, _options.ContextTokens, model.TrainedContextTokens, _options.Conversations, offloaded, model.Layers, loadTime,
            warnings);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Report}")]
    private static partial void LogLoaded(ILogger logger, ModelReport report);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);

    [LoggerMessage(Level = LogLevel.Error, Message = "The scheduler of the local model failed; the running requests were given up")]
    private static partial void LogFault(ILogger logger, Exception problem);
}
