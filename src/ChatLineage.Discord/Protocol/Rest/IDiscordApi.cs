using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>What the bot asks of Discord while it runs. The seam at which another client library can stand.</summary>
/// <remarks>Safe to use from several threads at once. Every method throws <see cref="DiscordRestException"/> when Discord refuses.</remarks>
internal interface IDiscordApi
{
    /// <summary>True when a message that is sent twice with the same nonce is made once.</summary>
    bool KeepsNonces { get; }

    Task<Application> GetApplicationAsync(CancellationToken cancellationToken);

    Task<User> GetUserAsync(CancellationToken cancellationToken);

    Task<Message> CreateMessageAsync(Snowflake channel, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken);

    Task<Message> EditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken);

    /// <summary>Edits a message if the limits leave room for it; false when they do not.</summary>
    Task<bool> TryEditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, CancellationToken cancellationToken);

    Task DeleteMessageAsync(Snowflake channel, Snowflake id, CancellationToken cancellationToken);

    /// <summary>Shows for ten seconds that the bot is typing.</summary>
    Task TypeAsync(Snowflake channel, CancellationToken cancellationToken);

    /// <summary>The messages of a channel after one, at most 100, in no certain order.</summary>
    Task<Message[]> GetMessagesAfterAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>The direct conversation with somebody; it is made when there is none yet.</summary>
    Task<Channel> OpenDirectAsync(Snowflake user, CancellationToken cancellationToken);

    /// <summary>Responds to an interaction for the first time. A response that arrived although its answer got lost counts as done.</summary>
    Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>Puts the answer in the place of the first response.</summary>
    Task<Message> EditResponseAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken);

    /// <summary>As <see cref="EditResponseAsync"/>, if the limits leave room for it; false when they do not.</summary>
    Task<bool> TryEditResponseAsync(Interaction interaction, MessageContent message, CancellationToken cancellationToken);

    Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>Adds a message after the first response.</summary>
    Task<Message> FollowUpAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken);
}
