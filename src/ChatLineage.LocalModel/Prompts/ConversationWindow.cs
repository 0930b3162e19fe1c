using System.Globalization;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Prompts;

/// <summary>Makes a conversation fit into the context: the system prompt and the last turn stay, the oldest turns between them
/// go.</summary>
internal static class ConversationWindow
{
    /// <summary>Renders as much of a conversation as fits.</summary>
    /// <param name="prompts">Renders it.</param>
    /// <param name="turns">The conversation.</param>
    /// <param name="contextTokens">Longest prompt and output together.</param>
    /// <param name="outputTokens">Tokens wanted for the output; up to a quarter of the context is kept free for it when turns can be left
    /// out.</param>
    /// <returns>The prompt, and how many turns were left out.</returns>
    /// <exception cref="GenerationException">The system prompt and the last turn alone do not fit.</exception>
    public static (RenderedPrompt Prompt, int Dropped) Fit(PromptRenderer prompts, IReadOnlyList<TemplateMessage> turns, int contextTokens,
        int outputTokens)
    {
        var kept = turns.ToList();
        var first = kept.FindIndex(turn => turn.Role != "system");
        while (true)
        {
            var prompt = prompts.Render(kept);
            var canDrop = first >= 0 && kept.Count - first > 1;
            var wanted = canDrop ? Math.Min(outputTokens, contextTokens / 4) : 1;
            if (prompt.Tokens.Length + wanted <= contextTokens)
            {
                return (prompt, turns.Count - kept.Count);
            }

            if (!canDrop)
            {
                throw new GenerationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The prompt has {prompt.Tokens.Length} tokens and the context holds {contextTokens}. Shorten it or raise "
                        + $"LocalModel:ContextTokens."));
            }

            // Some templates insist that the user speaks first, so an answer goes with its question.
            kept.RemoveAt(first);
            while (kept.Count - first > 1 && kept[first].Role == "assistant")
            {
                kept.RemoveAt(first);
            }
        }
    }
}
