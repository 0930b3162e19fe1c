using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>The calls of the Web API that the bot makes.</summary>
/// <remarks>
/// Safe to use from several threads at once. Every call throws <see cref="SlackApiException"/> when Slack refuses it or cannot be reached.
/// https://docs.slack.dev/reference/methods, checked 2026-08.
/// </remarks>
internal sealed class SlackApi(WebApiClient client) : ISlackApi
{
    private readonly FileUploads _files = new(client);

    /// <summary>Who the bot's token belongs to.</summary>
    public async Task<Identity> GetIdentityAsync(CancellationToken cancellationToken)
    {
        var said = await client.CallAsync(ApiMethods.AuthTest, [], cancellationToken);
        return new Identity(Text(said, "user_id"), Text(said, "team_id"), Text(said, "team"), client.Scopes);
    }

    /// <summary>An address for one connection of Socket Mode.</summary>
    public async Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var said = await client.CallAsync(ApiMethods.ConnectionsOpen, [], cancellationToken);
        return Uri.TryCreate(Text(said, "url"), UriKind.Absolute, out var address)
            ? address
            : throw new SlackApiException(ApiMethods.ConnectionsOpen.Name, SlackApiException.Unreachable, "The answer holds no address.");
    }

    /// <summary>Posts a message; gives its id.</summary>
    public async Task<string> PostAsync(MessageTarget target, MessageBody body, CancellationToken cancellationToken) =>
        Text(await client.CallAsync(ApiMethods.PostMessage, MessageJson.Message(target, body), cancellationToken), "ts");

    /// <summary>Posts a message that one person sees, for as long as they look.</summary>
    public Task PostEphemeralAsync(MessageTarget target, string user, MessageBody body, CancellationToken cancellationToken)
    {
        var arguments = MessageJson.Message(target, body with { Mark = null });
        arguments["user"] = user;
        return client.CallAsync(ApiMethods.PostEphemeral, arguments, cancellationToken);
    }

    /// <summary>The direct conversation with somebody.</summary>
    public async Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken)
    {
        var said = await client.CallAsync(ApiMethods.OpenDirect, new JsonObject { ["users"] = user }, cancellationToken);
        return said.TryGetProperty("channel", out var channel) ? Text(channel, "id") : "";
    }

    /// <summary>True when messages can be updated now without keeping updates waiting that must not be left out.</summary>
    public bool HasRoomForUpdates => client.HasRoom(ApiMethods.Update);

    /// <summary>Replaces a message.</summary>
    public Task UpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        client.CallAsync(ApiMethods.Update, MessageJson.Update(channel, ts, body), cancellationToken);

    /// <summary>As <see cref="UpdateAsync"/>, if the limit leaves room; false when it does not.</summary>
    public async Task<bool> TryUpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        await client.TryCallAsync(ApiMethods.Update, MessageJson.Update(channel, ts, body), cancellationToken) is not null;

    /// <summary>Removes a message.</summary>
    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) =>
        client.CallAsync(ApiMethods.Delete, new JsonObject { ["channel"] = channel, ["ts"] = ts }, cancellationToken);

    /// <summary>Begins a message that grows, if the limit leaves room; null when it does not.</summary>
    /// <param name="target">A thread.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="team">The asker's workspace.</param>
    /// <param name="markdown">The beginning; at most 12,000 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> TryStartStreamAsync(
        MessageTarget target, string user, string team, string markdown, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject
        {
            ["channel"] = target.Channel,
            ["thread_ts"] = target.ThreadTs,
            ["recipient_user_id"] = user,
            ["recipient_team_id"] = team,
            ["markdown_text"] = markdown,
        };
        return await client.TryCallAsync(ApiMethods.StartStream, arguments, cancellationToken) is { } said ? Text(said, "ts") : null;
    }

    /// <summary>Adds to a message that grows, if the limit leaves room; false when it does not.</summary>
    public async Task<bool> TryAppendStreamAsync(string channel, string ts, string markdown, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["channel"] = channel, ["ts"] = ts, ["markdown_text"] = markdown };
        return await client.TryCallAsync(ApiMethods.AppendStream, arguments, cancellationToken) is not null;
    }

    /// <summary>Ends a message that grows, and marks it.</summary>
    public Task StopStreamAsync(string channel, string ts, string mark, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["channel"] = channel, ["ts"] = ts, ["metadata"] = MessageJson.Mark(mark) };
        return client.CallAsync(ApiMethods.StopStream, arguments, cancellationToken);
    }

    /// <summary>The messages of a thread that came after a moment, oldest first; at most 100.</summary>
    public async Task<IReadOnlyList<ThreadMessage>> ReadThreadAsync(MessageTarget target, string? after, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject
        {
            ["channel"] = target.Channel,
            ["ts"] = target.ThreadTs,
            ["limit"] = 100,
            ["include_all_metadata"] = true,
        };
        if (after is not null)
            arguments["oldest"] = after;
        return MessageJson.ReadThread(await client.CallAsync(ApiMethods.Replies, arguments, cancellationToken));
    }

    /// <summary>
    /// Shows below a thread what the bot is doing, if the limit leaves room; empty text takes it away. Slack does so too with the next
    /// message.
    /// </summary>
    public async Task<bool> TrySetStatusAsync(MessageTarget target, string status, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["channel_id"] = target.Channel, ["thread_ts"] = target.ThreadTs, ["status"] = status };
        return await client.TryCallAsync(ApiMethods.SetStatus, arguments, cancellationToken) is not null;
    }

    /// <summary>Names a thread in the list of conversations with the bot.</summary>
    public Task SetTitleAsync(MessageTarget target, string title, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["channel_id"] = target.Channel, ["thread_ts"] = target.ThreadTs, ["title"] = title };
        return client.CallAsync(ApiMethods.SetTitle, arguments, cancellationToken);
    }

    /// <summary>Offers questions in a conversation with the bot; at most 4.</summary>
    public Task SetSuggestedPromptsAsync(
        MessageTarget target, string title, IEnumerable<(string Title, string Message)> prompts, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject
        {
            ["channel_id"] = target.Channel,
            ["title"] = title,
            ["prompts"] = new JsonArray([.. prompts.Select(prompt => new JsonObject { ["title"] = prompt.Title, ["message"] = prompt.Message })]),
        };
        if (target.ThreadTs is { } thread)
            arguments["thread_ts"] = thread;
        return client.CallAsync(ApiMethods.SetSuggestedPrompts, arguments, cancellationToken);
    }

    /// <summary>Opens a form.</summary>
    /// <param name="trigger">What the press brought; good for 3 seconds and one use.</param>
    /// <param name="view">The form.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken) =>
        client.CallAsync(ApiMethods.ViewsOpen, new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, cancellationToken);

    /// <summary>Shows somebody the home of the app.</summary>
    public Task PublishHomeAsync(string user, JsonObject view, CancellationToken cancellationToken) =>
        client.CallAsync(ApiMethods.ViewsPublish, new JsonObject { ["user_id"] = user, ["view"] = view }, cancellationToken);

    /// <summary>Sends a message to a response address; only who the address was given for sees it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="body">The message.</param>
    /// <param name="replaces">True to put it in the place of what the address showed before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the address is used up (5 messages) or too old (30 minutes).</returns>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    public async Task<bool> RespondAsync(Uri address, MessageBody body, bool replaces, CancellationToken cancellationToken)
    {
        var message = new JsonObject
        {
            ["response_type"] = "ephemeral",
            ["replace_original"] = replaces,
            ["text"] = body.Text,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
        if (body.Blocks.Count > 0)
            message["blocks"] = MessageJson.Blocks(body);
        using var content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        var (status, _) = await client.SendAsync(address, content, cancellationToken);
        return status == HttpStatusCode.OK
            || (status >= HttpStatusCode.InternalServerError
                ? throw new HttpRequestException($"The response address answered {(int)status}.")
                : false);
    }

    /// <summary>Uploads files into a conversation.</summary>
    public Task UploadAsync(MessageTarget target, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken) =>
        _files.UploadAsync(target, uploads, cancellationToken);

    private static string Text(JsonElement said, string name) => MessageJson.Text(said, name);
}
