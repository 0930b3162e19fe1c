using System.Diagnostics;
using LLama;
using LLama.Batched;
using LLama.Common;
using LLama.Native;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>LLamaSharp's StatelessExecutor and BatchedExecutor, used as its examples do.</summary>
internal sealed class LlamaSharpExecutors : IDisposable
{
    private readonly LLamaWeights _weights;
    private readonly ModelParams _parameters;
    private readonly UnendingPipeline _pipeline;

    public LlamaSharpExecutors(string path, int contextTokens, int batchTokens, int threads)
    {
        _parameters = new ModelParams(path)
        {
            ContextSize = (uint)contextTokens,
            BatchSize = (uint)batchTokens,
            UBatchSize = (uint)batchTokens,
            SeqMax = 16,
            Threads = threads,
            BatchThreads = threads,
            GpuLayerCount = 0,
        };
        _weights = LLamaWeights.LoadFromFile(_parameters);
        var vocabulary = _weights.NativeHandle.Vocab;
        _pipeline = new UnendingPipeline(
            [.. Enumerable.Range(0, vocabulary.Count).Select(token => ((LLamaToken)token).IsEndOfGeneration(vocabulary))]);
    }

    /// <summary>Texts at the same time, each in an executor of its own, from prompt to end.</summary>
    public async Task<PeerRun> StatelessAsync(string[] prompts, int tokens, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var runs =
            await Task.WhenAll(
                prompts.Select(prompt => Task.Run(() => StatelessAsync(prompt, tokens, began, cancellationToken), cancellationToken)));
        return new PeerRun(TimeSpan.FromSeconds(runs.Average(first => first.TotalSeconds)), Stopwatch.GetElapsedTime(began),
            prompts.Length * tokens);
    }

    /// <summary>Texts at the same time in one executor, from prompt to end.</summary>
    public async Task<PeerRun> BatchedAsync(string[] prompts, int tokens, CancellationToken cancellationToken)
    {
        using var executor = new BatchedExecutor(_weights, _parameters);
        var began = Stopwatch.GetTimestamp();
        var conversations = prompts.Select(_ => executor.Create()).ToArray();
        for (var i = 0; i < prompts.Length; i++)
            conversations[i].Prompt(executor.Context.Tokenize(prompts[i], addBos: false, special: false));
        var written = new int[prompts.Length];
        var first = new TimeSpan[prompts.Length];
        while (written.Min() < tokens)
        {
            if (await executor.Infer(cancellationToken) != DecodeResult.Ok)
                throw new InvalidOperationException("BatchedExecutor cannot decode.");
            for (var i = 0; i < conversations.Length; i++)
            {
                if (!conversations[i].RequiresSampling || written[i] >= tokens)
                    continue;
                var token = conversations[i].Sample(_pipeline);
                if (written[i]++ == 0)
                    first[i] = Stopwatch.GetElapsedTime(began);
                if (written[i] < tokens)
                    conversations[i].Prompt(token);
            }
        }

        var run =
            new PeerRun(TimeSpan.FromSeconds(first.Average(time => time.TotalSeconds)), Stopwatch.GetElapsedTime(began), written.Sum());
        foreach (var conversation in conversations)
            conversation.Dispose();
        return run;
    }

    public void Dispose() => _weights.Dispose();

    private async Task<TimeSpan> StatelessAsync(string prompt, int tokens, long began, CancellationToken cancellationToken)
    {
        var executor = new StatelessExecutor(_weights, _parameters);
        var count = 0;
        var first = TimeSpan.Zero;
        await foreach (var _ in executor.InferAsync(prompt, new InferenceParams { MaxTokens = tokens, SamplingPipeline = _pipeline },
            cancellationToken))
        {
            first = count++ == 0 ? Stopwatch.GetElapsedTime(began) : first;
        }

        return first;
    }
}
