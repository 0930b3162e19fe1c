using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ChatLineage.Testing;

/// <summary>A chat client made of delegates. Records what it was asked.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    /// <summary>What it streams; by default nothing.</summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Stream { get; init; } =
        (_, _, _) => Pieces();

    /// <summary>The messages of each request, in order.</summary>
    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    /// <summary>The options of each request, in order.</summary>
    public List<ChatOptions?> Options { get; } = [];

    /// <summary>A client that says the same to everything, in pieces.</summary>
    public static ScriptedChatClient Saying(params string[] pieces) => new() { Stream = (_, _, _) => Pieces(pieces) };

    /// <summary>Text as a stream of updates.</summary>
    public static async IAsyncEnumerable<ChatResponseUpdate> Pieces(params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken))
            updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = messages.ToList();
        Requests.Add(request);
        Options.Add(options);
        await foreach (var update in Stream(request, options, cancellationToken).WithCancellation(cancellationToken))
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
