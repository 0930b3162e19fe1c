using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>A request that has a slot: its sampler, its text so far and its times.</summary>
internal sealed class RunningRequest(GenerationRequest request, ITokenSampler sampler, ILlamaModel model, TimeProvider clock) : IDisposable
{
    private readonly TokenText _text = new(model);
    private readonly StopMatcher _stops = new(request.StopSequences);
    private readonly long _startedAt = clock.GetTimestamp();
    private CancellationTokenRegistration _cancellation;
    private long _firstTokenAt;

    /// <summary>What the caller wants.</summary>
    public GenerationRequest Request { get; } = request;

    /// <summary>Chooses its tokens.</summary>
    public ITokenSampler Sampler { get; } = sampler;

    /// <summary>Tokens generated so far.</summary>
    public int OutputTokens { get; private set; }

    /// <summary>Tokens of the prompt that were in the cache.</summary>
    public int CachedTokens { get; set; }

    /// <summary>Whether a stop string was met.</summary>
    public bool Stopped => _stops.Stopped;

    /// <summary>Calls back when the request is cancelled.</summary>
    public void OnCancelled(Action callback) =>
        _cancellation = Request.CancellationToken.UnsafeRegister(static state => ((Action)state!)(), callback);

    /// <summary>Takes a generated token and hands on the text that it completes.</summary>
    public void Add(int token)
    {
        if (OutputTokens++ == 0)
        {
            _firstTokenAt = clock.GetTimestamp();
        }

        Request.Write(_stops.Append(_text.Append(token)));
    }

    /// <summary>Ends the request, with the text that was held back.</summary>
    public void Complete(GenerationEnd end)
    {
        Request.Write(_stops.Finish());
        Request.Complete(new GenerationSummary(
            end,
            Request.Prompt.Length,
            CachedTokens,
            OutputTokens,
            clock.GetElapsedTime(Request.SubmittedAt, _startedAt),
            OutputTokens == 0 ? TimeSpan.Zero : clock.GetElapsedTime(Request.SubmittedAt, _firstTokenAt),
            clock.GetElapsedTime(Request.SubmittedAt)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        Sampler.Dispose();
    }
}
