using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatLineage.LocalModel.Generation;

namespace ChatLineage.LocalModel.Telemetry;

/// <summary>
/// Metrics of the local model by the OpenTelemetry semantic conventions for generative AI (names, units and bucket boundaries as of
/// version 1.37; the server metrics, because the model runs here), and two of our own for what they do not cover.
/// </summary>
internal sealed class GenerationMetrics : IDisposable
{
    /// <summary>The name to subscribe to.</summary>
    public const string MeterName = "ChatLineage.LocalModel";

    private const string Provider = "chatlineage.local";
    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstToken;
    private readonly Histogram<double> _tokenTime;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _queueTime;
    private readonly Counter<long> _cachedTokens;

    public GenerationMetrics()
    {
        _duration = _meter.CreateHistogram(
            "gen_ai.server.request.duration", "s", "Time from the request to the end of its text", null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
            });
        _firstToken = _meter.CreateHistogram(
            "gen_ai.server.time_to_first_token", "s", "Time from the request to its first token", null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0],
            });
        _tokenTime = _meter.CreateHistogram(
            "gen_ai.server.time_per_output_token", "s", "Time for each token after the first", null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5],
            });
        _tokens = _meter.CreateHistogram(
            "gen_ai.client.token.usage", "{token}", "Tokens read and written", null,
            new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576] });
        _queueTime = _meter.CreateHistogram<double>("chatlineage.local_model.queue_time", "s",
            "Time that a request waited for a free place");
        _cachedTokens = _meter.CreateCounter<long>("chatlineage.local_model.cached_tokens", "{token}",
            "Prompt tokens that were in the cache already");
    }

    /// <summary>Counts a request that ended well.</summary>
    public void Completed(string model, GenerationSummary summary)
    {
        var tags = Tags(model);
        _duration.Record(summary.Duration.TotalSeconds, tags);
        _queueTime.Record(summary.QueueTime.TotalSeconds, tags);
        _cachedTokens.Add(summary.CachedTokens, tags);
        if (summary.OutputTokens > 0)
        {
            _firstToken.Record(summary.FirstTokenTime.TotalSeconds, tags);
        }

        if (summary.OutputTokens > 1)
        {
            _tokenTime.Record((summary.Duration - summary.FirstTokenTime).TotalSeconds / (summary.OutputTokens - 1), tags);
        }

        tags.Add("gen_ai.token.type", "input");
        _tokens.Record(summary.PromptTokens, tags);
        var output = Tags(model);
        output.Add("gen_ai.token.type", "output");
        _tokens.Record(summary.OutputTokens, output);
    }

    /// <summary>Counts a request that failed or was cancelled.</summary>
    public void Failed(string model, Exception problem, TimeSpan duration)
    {
        var tags = Tags(model);
        tags.Add("error.type", problem.GetType().FullName);
        _duration.Record(duration.TotalSeconds, tags);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static TagList Tags(string model) => new()
    {
        { "gen_ai.operation.name", "chat" },
        { "gen_ai.provider.name", Provider },
        { "gen_ai.request.model", model },
        { "gen_ai.response.model", model },
    };
}
