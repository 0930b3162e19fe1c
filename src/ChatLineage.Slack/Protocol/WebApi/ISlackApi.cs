using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>The calls of the Web API that the bot makes while it runs. The seam at which another client library can stand.</summary>
/// <remarks>
/// Safe to use from several threads at once. Every call throws <see cref="SlackApiException"/> when Slack refuses it or cannot be reached.
/// </remarks>
internal interface ISlackApi
{
    /// <summary>True when messages can be updated now without keeping updates waiting that must not be left out.</summary>
    bool HasRoomForUpdates { get; }

    /// <summary>Who the bot's token belongs to.</summary>
    Task<Identity> GetIdentityAsync(CancellationToken cancellationToken);

    /// <summary>Posts a message; gives its id.</summary>
    Task<string> PostAsync(MessageTarget target, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Posts a message that one person sees, for as long as they look.</summary>
    Task PostEphemeralAsync(MessageTarget target, string user, MessageBody body, CancellationToken cancellationToken);

    /// <summary>The direct conversation with somebody.</summary>
    Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken);

    /// <summary>Replaces a message.</summary>
    Task UpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken);

    /// <summary>As <see cref="UpdateAsync"/>, if the limit leaves room; false when it does not.</summary>
    Task<bool> TryUpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Removes a message.</summary>
    Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary>Begins a message that grows, if the limit leaves room; null when it does not.</summary>
    Task<string?> TryStartStreamAsync(MessageTarget target, string user, string team, string markdown, CancellationToken cancellationToken);

    /// <summary>Adds to a message that grows, if the limit leaves room; false when it does not.</summary>
    Task<bool> TryAppendStreamAsync(string channel, string ts, string markdown, CancellationToken cancellationToken);

    /// <summary>Ends a message that grows, and marks it: Slack lets none begin with a mark.</summary>
    Task StopStreamAsync(string channel, string ts, string mark, CancellationToken cancellationToken);

    /// <summary>The messages of a thread, oldest first; at most 100.</summary>
    /// <param name="target">The thread.</param>
    /// <param name="after">Those that came after this message; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ThreadMessage>> ReadThreadAsync(MessageTarget target, string? after, CancellationToken cancellationToken);

    /// <summary>Shows below a thread what the bot is doing, if the limit leaves room; empty text takes it away.</summary>
    Task<bool> TrySetStatusAsync(MessageTarget target, string status, CancellationToken cancellationToken);

    /// <summary>Names a thread in the list of conversations with the bot.</summary>
    Task SetTitleAsync(MessageTarget target, string title, CancellationToken cancellationToken);

    /// <summary>Offers questions in a conversation with the bot; at most 4.</summary>
    Task SetSuggestedPromptsAsync(
        MessageTarget target, string title, IEnumerable<(string Title, string Message)> prompts, CancellationToken cancellationToken);

    /// <summary>Opens a form.</summary>
    Task OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken);

    /// <summary>Shows somebody the home of the app.</summary>
    Task PublishHomeAsync(string user, JsonObject view, CancellationToken cancellationToken);

    /// <summary>Sends a message to a response address; only who the address was given for sees it.</summary>
    /// <returns>False when the address is used up (5 messages) or too old (30 minutes).</returns>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    Task<bool> RespondAsync(Uri address, MessageBody body, bool replaces, CancellationToken cancellationToken);

    /// <summary>Uploads files into a conversation.</summary>
    Task UploadAsync(MessageTarget target, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken);
}
