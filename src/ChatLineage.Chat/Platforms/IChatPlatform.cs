namespace ChatLineage.Chat.Platforms;

/// <summary>A place where people ask: a terminal, a Discord server, a Slack workspace.</summary>
/// <remarks>
/// An implementation translates between its platform and these types, and holds nothing that another platform would need too.
/// It is safe to use from several threads at once, and passes <c>ChatPlatformConformance</c>.
/// </remarks>
public interface IChatPlatform
{
    /// <summary>The name, in lower case: <c>terminal</c>. It is the first part of every <see cref="Conversations.ConversationKey"/> of the platform.</summary>
    string Name { get; }

    /// <summary>What the platform can do. Does not change.</summary>
    PlatformCapabilities Capabilities { get; }

    /// <summary>Connects and hands over what arrives. Ends when the platform will bring no more; one that reconnects does not end.</summary>
    /// <param name="inbox">Takes what arrives. An event is acknowledged to the platform only after the inbox has taken it.</param>
    /// <param name="cancellationToken">Ends the run, with an <see cref="OperationCanceledException"/> or without.</param>
    /// <exception cref="PlatformStoppedException">The platform refuses for a reason that trying again does not mend, such as a wrong token.</exception>
    Task RunAsync(IInbox inbox, CancellationToken cancellationToken);

    /// <summary>Begins a reply and shows at once, as the platform can, that the question has arrived.</summary>
    /// <param name="message">The question. After a restart it is one that an earlier run of the program received.</param>
    /// <param name="audience">
    /// Who shall see the reply; <see cref="Audience.Asker"/> only where <see cref="PlatformCapabilities.Ephemeral"/> is true. A message that
    /// cannot be replied to in private is replied to in public.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken);

    /// <summary>Posts to a channel of its own accord: a question that is passed on to maintainers.</summary>
    /// <param name="channelId">The platform's id of the channel.</param>
    /// <param name="reply">What is posted; its buttons are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NotSupportedException">The platform has no channels: <see cref="PlatformCapabilities.Channels"/> is false.</exception>
    ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken);
}
