using System.Runtime.CompilerServices;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Prompts;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Chat;

/// <summary>The language model as an <see cref="IChatClient"/>. Safe for use by many callers at the same time.</summary>
internal sealed class LocalChatClient(Func<CancellationToken, Task<ChatEngine>> load, string? modelPath) : IChatClient
{
    /// <summary>The name that this provider has in metadata and telemetry.</summary>
    public const string ProviderName = "chatlineage.local";
    private readonly ChatClientMetadata _metadata =
        new(ProviderName, null, modelPath is null ? null : Path.GetFileNameWithoutExtension(modelPath));

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var turns = ChatMessages.ToTurns(messages, options);
        var sampling = SamplingOptions.Read(options);
        var engine = await load(cancellationToken);

        // When the reader stops early, the request ends with it.
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var request = CreateRequest(engine, turns, sampling, options, abandoned.Token);
        var id = Guid.NewGuid().ToString("N");
        try
        {
            await engine.Scheduler.SubmitAsync(request, cancellationToken);
            await foreach (var text in request.Text.ReadAllAsync(cancellationToken))
            {
                yield return Update(engine, id, [new TextContent(text)]);
            }

            yield return LastUpdate(engine, id, request);
        }
        finally
        {
            await abandoned.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the model belongs to the host.</summary>
    public void Dispose()
    {
    }

    private static GenerationRequest CreateRequest(
        ChatEngine engine, IReadOnlyList<Runtime.TemplateMessage> turns, Runtime.SamplingSettings sampling, ChatOptions? options,
        CancellationToken cancellationToken)
    {
        if (options?.MaxOutputTokens is < 1)
        {
            throw new ArgumentException($"MaxOutputTokens is {options.MaxOutputTokens}; it must be at least 1.", nameof(options));
        }

        var wanted = options?.MaxOutputTokens ?? engine.DefaultOutputTokens;
        var (prompt, dropped) = ConversationWindow.Fit(engine.Prompts, turns, engine.ContextTokens, wanted);
        var model = engine.Model.Facts.Name;
        var began = engine.Clock.GetTimestamp();
        return new GenerationRequest(prompt.Tokens, sampling, Math.Min(wanted, engine.ContextTokens - prompt.Tokens.Length),
            cancellationToken)
        {
            DroppedTurns = dropped,
            SharedTokens = prompt.SharedTokens,
            StopSequences = [.. options?.StopSequences ?? []],
            Ended = (summary, problem) =>
            {
                if (summary is not null)
                {
                    engine.Metrics.Completed(model, summary);
                }
                else
                {
                    engine.Metrics.Failed(model, problem!, engine.Clock.GetElapsedTime(began));
                }
            },
        };
    }

    private static ChatResponseUpdate LastUpdate(ChatEngine engine, string id, GenerationRequest request)
    {
        var summary = request.Summary!;
        var usage = new UsageDetails
        {
            InputTokenCount = summary.PromptTokens,
            CachedInputTokenCount = summary.CachedTokens,
            OutputTokenCount = summary.OutputTokens,
            TotalTokenCount = summary.PromptTokens + summary.OutputTokens,
        };
        var update = Update(engine, id, [new UsageContent(usage)]);
        update.FinishReason = summary.End == GenerationEnd.Length ? ChatFinishReason.Length : ChatFinishReason.Stop;
        if (request.DroppedTurns > 0)
        {
            update.AdditionalProperties = new() { [LocalChatOptions.DroppedTurnsKey] = request.DroppedTurns };
        }

        return update;
    }

    private static ChatResponseUpdate Update(ChatEngine engine, string id, IList<AIContent> contents) =>
        new(ChatRole.Assistant, contents) { ResponseId = id, MessageId = id, ModelId = engine.Model.Facts.Name };
}
