using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Telemetry;

namespace ChatLineage.LocalModel.Chat;

/// <summary>A loaded language model that answers requests.</summary>
/// <param name="Model">The model.</param>
/// <param name="Prompts">Renders its prompts.</param>
/// <param name="Scheduler">Runs its requests.</param>
/// <param name="Metrics">Counts them.</param>
/// <param name="Clock">Measures those that fail.</param>
/// <param name="ContextTokens">Longest prompt and output together.</param>
/// <param name="DefaultOutputTokens">Tokens that a request may generate when it names no limit.</param>
internal sealed record ChatEngine(
    ILlamaModel Model, PromptRenderer Prompts, SchedulerThread Scheduler, GenerationMetrics Metrics, TimeProvider Clock, int ContextTokens,
    int DefaultOutputTokens)
    : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Scheduler.DisposeAsync();
        Model.Dispose();
        Metrics.Dispose();
    }
}
