using System.Text.Json.Nodes;
using ChatLineage.Slack.Protocol.WebApi;
using SlackNet;
using SlackNet.WebApi;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>The calls of the Web API that the bot makes, made with SlackNet's client.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class SlackNetApi(ISlackApiClient slack, IHttp http, BlockReader blocks, MethodCalls calls) : ISlackApi
{
    private readonly MessageWriter _messages = new(blocks);
    private readonly ResponseAddresses _responses = new(slack, new MessageWriter(blocks));
    private readonly FileUploads _files = new(slack, http, calls);

    public bool HasRoomForUpdates => calls.HasRoom(ApiMethods.Update);

    public Task<Identity> GetIdentityAsync(CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.AuthTest,
        null,
        async token =>
        {
            var self = await slack.Auth.Test(token);
            return new Identity(self.UserId, self.TeamId, self.Team, "");
        },
        cancellationToken);

    public Task<string> PostAsync(MessageTarget target, MessageBody body, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.PostMessage,
        target.Channel,
        async token => (await slack.Chat.PostMessage(_messages.Message(target, body), token)).Ts,
        cancellationToken);

    public Task PostEphemeralAsync(MessageTarget target, string user, MessageBody body, CancellationToken cancellationToken) =>
        calls.CallAsync(
            ApiMethods.PostEphemeral,
            target.Channel,
            token => slack.Chat.PostEphemeral(user, _messages.Message(target, body with { Mark = null }), token),
            cancellationToken);

    public Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.OpenDirect, null, token => slack.Conversations.Open([user], token), cancellationToken);

    public Task UpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.Update, channel, Updating(channel, ts, body), cancellationToken);

    public Task<bool> TryUpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        calls.TryCallAsync(ApiMethods.Update, channel, Updating(channel, ts, body), cancellationToken);

    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.Delete, channel, token => slack.Chat.Delete(ts, channel, token), cancellationToken);

    public async Task<string?> TryStartStreamAsync(
        MessageTarget target, string user, string team, string markdown, CancellationToken cancellationToken)
    {
        var begun = await calls.TryCallAsync(
            ApiMethods.StartStream,
            target.Channel,
            token => slack.Chat.StartStream(target.Channel, target.ThreadTs, markdown, user, team, token),
            cancellationToken);
        return begun?.Ts;
    }

    public Task<bool> TryAppendStreamAsync(string channel, string ts, string markdown, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task> appending = token => slack.Chat.AppendStream(channel, ts, markdown, token);
        return calls.TryCallAsync(ApiMethods.AppendStream, channel, appending, cancellationToken);
    }

    public Task StopStreamAsync(string channel, string ts, string mark, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.StopStream,
        channel,
        token => slack.Chat.StopStream(channel, ts, metadataJson: MessageWriter.Metadata(mark), cancellationToken: token),
        cancellationToken);

    public async Task<IReadOnlyList<ThreadMessage>> ReadThreadAsync(
        MessageTarget target, string? after, CancellationToken cancellationToken)
    {
        var said = await calls.CallAsync(
            ApiMethods.Replies,
            target.Channel,
            token => slack.Conversations.Replies(
                target.Channel, target.ThreadTs, oldestTs: after, limit: 100, includeAllMetadata: true, cancellationToken: token),
            cancellationToken);
        return [.. said.Messages.Select(MessageWriter.Read)];
    }

    public Task<bool> TrySetStatusAsync(MessageTarget target, string status, CancellationToken cancellationToken) => calls.TryCallAsync(
        ApiMethods.SetStatus,
        target.Channel,
        token => slack.AssistantThreads.SetStatus(target.Channel, target.ThreadTs, status, cancellationToken: token),
        cancellationToken);

    public Task SetTitleAsync(MessageTarget target, string title, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.SetTitle,
        target.Channel,
        token => slack.AssistantThreads.SetTitle(target.Channel, target.ThreadTs, title, token),
        cancellationToken);

    public Task SetSuggestedPromptsAsync(
        MessageTarget target, string title, IEnumerable<(string Title, string Message)> prompts, CancellationToken cancellationToken)
    {
        var offered = prompts.Select(prompt => new AssistantPrompt { Title = prompt.Title, Message = prompt.Message }).ToList();
        return calls.CallAsync(
            ApiMethods.SetSuggestedPrompts,
            target.Channel,
            token => slack.AssistantThreads.SetSuggestedPrompts(target.Channel, target.ThreadTs, offered, title, token),
            cancellationToken);
    }

    public Task OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.ViewsOpen, null, token => slack.Views.Open(trigger, blocks.Read<ModalViewDefinition>(view), token), cancellationToken);

    public Task PublishHomeAsync(string user, JsonObject view, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.ViewsPublish,
        null,
        token => slack.Views.Publish(user, blocks.Read<HomeViewDefinition>(view), cancellationToken: token),
        cancellationToken);

    public Task<bool> RespondAsync(Uri address, MessageBody body, bool replaces, CancellationToken cancellationToken) =>
        _responses.RespondAsync(address, body, replaces, cancellationToken);

    public Task UploadAsync(MessageTarget target, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken) =>
        _files.UploadAsync(target, uploads, cancellationToken);

    private Func<CancellationToken, Task> Updating(string channel, string ts, MessageBody body) =>
        token => slack.Chat.Update(_messages.Update(channel, ts, body), token);
}
