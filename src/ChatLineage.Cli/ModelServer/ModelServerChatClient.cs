using System.Runtime.CompilerServices;
using ChatLineage.LocalModel;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace ChatLineage.Cli.ModelServer;

/// <summary>Adds what servers of local models understand beyond OpenAI's own protocol, and holds them to the length that was asked
/// for.</summary>
internal sealed class ModelServerChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Extended(options), cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A token makes one update or none. Some servers do not stop at the length that was asked for; what they write beyond is not
        // wanted.
        var left = options?.MaxOutputTokens ?? int.MaxValue;
        await foreach (var update in base.GetStreamingResponseAsync(messages, Extended(options), cancellationToken))
        {
            if (update.Text.Length > 0 && left-- == 0)
                yield break;
            yield return update;
        }
    }

    // llama-server follows a grammar; other servers ignore the field. Ollama reads only the old name of the length, newer servers both.
    private static ChatOptions? Extended(ChatOptions? options)
    {
        if (options is null)
            return null;
        var grammar = options.AdditionalProperties?.TryGetValue(LocalChatOptions.GrammarKey, out var value) is true ? value?.ToString() : null;
        var extended = options.Clone();
        extended.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The one way to send fields that the library has no property for; marked as experimental.
            if (options.MaxOutputTokens is { } most)
                raw.Patch.Set("$.max_tokens"u8, most);
            if (grammar is not null)
                raw.Patch.Set("$.grammar"u8, grammar);
#pragma warning restore SCME0001
            return raw;
        };
        return extended;
    }
}
