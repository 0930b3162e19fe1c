namespace ChatLineage.Chat.Platforms;

/// <summary>A place where people ask: a terminal, a Discord server, a Slack workspace.</summary>
/// <remarks>
/// An implementation translates between its platform and these types, and holds nothing that another platform would need too.
/// It passes <c>ChatPlatformConformance</c>.
/// </remarks>
public interface IChatPlatform
{
    /// <summary>The name, in lower case: <c>terminal</c>. It is the first part of every <see cref="Conversations.ConversationKey"/> of the platform.</summary>
    string Name { get; }

    /// <summary>What the platform can do. Does not change.</summary>
    PlatformCapabilities Capabilities { get; }

    /// <summary>The questions as they arrive. Ends when the platform will bring no more; a platform that reconnects does not end.</summary>
    /// <param name="cancellationToken">Ends the sequence, with an <see cref="OperationCanceledException"/> or without.</param>
    IAsyncEnumerable<IncomingMessage> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Begins a reply and shows at once, as the platform can, that the question has arrived.</summary>
    ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, CancellationToken cancellationToken);
}
