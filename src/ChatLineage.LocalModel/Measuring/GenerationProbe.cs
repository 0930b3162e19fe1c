using System.Globalization;
using System.Text;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Measuring;

/// <summary>Runs requests of known length through the scheduler, each with a beginning of its own, and says how long they took.</summary>
internal sealed class GenerationProbe(ChatEngine engine, CancellationToken cancellationToken)
{
    /// <summary>Tokens that each text of a speed measurement has.</summary>
    public const int DecodeTokens = 64;

    private const int ShortPrompt = 8;
    private int _prompts;

    /// <summary>The length itself, or what the model's context leaves of it.</summary>
    public int Fit(int length) => Math.Min(length, engine.ContextTokens - DecodeTokens);

    /// <summary>Prompt tokens a second.</summary>
    public async Task<double> PrefillAsync(int length)
    {
        var summary = await RunAsync(NewPrompt(Fit(length)), 1);
        return summary.PromptTokens / (summary.FirstTokenTime - summary.QueueTime).TotalSeconds;
    }

    /// <summary>Tokens a second of several texts at once. The first token of each belongs to its prompt.</summary>
    public async Task<double> DecodeAsync(int conversations)
    {
        var running = Enumerable.Range(0, conversations).Select(_ => RunAsync(NewPrompt(ShortPrompt), DecodeTokens)).ToArray();
        var summaries = await Task.WhenAll(running);
        return conversations * (DecodeTokens - 1) / summaries.Max(summary => (summary.Duration - summary.FirstTokenTime).TotalSeconds);
    }

    /// <summary>Time to the first token without anything of the prompt in the cache, and with its shared beginning there.</summary>
    public async Task<(TimeSpan Cold, TimeSpan Warm)> FirstTokenAsync(int sharedTokens, int ownTokens)
    {
        var shared = NewPrompt(Fit(sharedTokens + ownTokens) - ownTokens);
        var cold = await RunAsync([.. shared, .. NewPrompt(ownTokens)], 1);
        var warm = await RunAsync([.. shared, .. NewPrompt(ownTokens)], 1);
        return (cold.FirstTokenTime, warm.FirstTokenTime);
    }

    /// <summary>Runs a request to its end.</summary>
    public async Task<GenerationSummary> RunAsync(int[] prompt, int most, Action? onText = null)
    {
        var request = new GenerationRequest(prompt, SamplingSettings.Greedy, most, cancellationToken) { IgnoresEnd = true };
        await engine.Scheduler.SubmitAsync(request, cancellationToken);
        await foreach (var _ in request.Text.ReadAllAsync(cancellationToken))
        {
            onText?.Invoke();
        }

        return request.Summary!;
    }

    /// <summary>A prompt of which nothing is in the cache: it begins with a number of its own.</summary>
    public int[] NewPrompt(int length)
    {
        var number = ++_prompts;
        var text = new StringBuilder();
        for (var i = 0; text.Length < length * 8; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{number * 7919} models were released in the year {1000 + i} by maker {i * number}, most of them built on others. ");
        }

        return engine.Model.Tokenize(text.ToString(), addSpecial: false)[..length];
    }
}
