using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ChatLineage.Benchmarks.LocalModel;

/// <summary>Notes what every prompt of a chat client costs: its tokens, those that were computed already, and the time to the first
/// text.</summary>
internal sealed class PromptCost(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <summary>The prompts, in their order.</summary>
    public List<Prompt> Prompts { get; } = [];

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var began = Stopwatch.GetTimestamp();
        TimeSpan? first = null;
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (update.Text.Length > 0)
                first ??= Stopwatch.GetElapsedTime(began);
            if (update.Contents.OfType<UsageContent>().FirstOrDefault() is { Details: var usage } && first is { } time)
                Prompts.Add(new((int)usage.InputTokenCount!.Value, (int)usage.CachedInputTokenCount!.Value, time));
            yield return update;
        }
    }

    /// <param name="Tokens">All of its tokens.</param>
    /// <param name="Cached">Those that need not be computed.</param>
    /// <param name="FirstText">From the call to the first text.</param>
    internal sealed record Prompt(int Tokens, int Cached, TimeSpan FirstText)
    {
        public int New => Tokens - Cached;
    }
}
