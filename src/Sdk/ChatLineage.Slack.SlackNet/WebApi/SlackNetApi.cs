using System.Text.Json.Nodes;
using ChatLineage.Slack.Protocol.WebApi;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.Interaction;
using SlackNet.WebApi;
using Reaction = SlackNet.Interaction;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>The calls of the Web API that the bot makes, made with SlackNet's client.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class SlackNetApi(ISlackApiClient slack, IHttp http, BlockReader blocks, MethodCalls calls) : ISlackApi
{
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
        ApiMethods.PostMessage, target.Channel, async token => (await slack.Chat.PostMessage(MessageOf(target, body), token)).Ts, cancellationToken);

    public Task PostEphemeralAsync(MessageTarget target, string user, MessageBody body, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.PostEphemeral, target.Channel, token => slack.Chat.PostEphemeral(user, MessageOf(target, body with { Mark = null }), token), cancellationToken);

    public Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.OpenDirect, null, token => slack.Conversations.Open([user], token), cancellationToken);

    public Task UpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.Update, channel, token => slack.Chat.Update(UpdateOf(channel, ts, body), token), cancellationToken);

    public Task<bool> TryUpdateAsync(string channel, string ts, MessageBody body, CancellationToken cancellationToken) =>
        calls.TryCallAsync(ApiMethods.Update, channel, (Func<CancellationToken, Task>)(token => slack.Chat.Update(UpdateOf(channel, ts, body), token)), cancellationToken);

    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.Delete, channel, token => slack.Chat.Delete(ts, channel, token), cancellationToken);

    public async Task<string?> TryStartStreamAsync(MessageTarget target, string user, string team, string markdown, CancellationToken cancellationToken)
    {
        var begun = await calls.TryCallAsync(
            ApiMethods.StartStream, target.Channel, token => slack.Chat.StartStream(target.Channel, target.ThreadTs, markdown, user, team, token), cancellationToken);
        return begun?.Ts;
    }

    public Task<bool> TryAppendStreamAsync(string channel, string ts, string markdown, CancellationToken cancellationToken) =>
        calls.TryCallAsync(ApiMethods.AppendStream, channel, (Func<CancellationToken, Task>)(token => slack.Chat.AppendStream(channel, ts, markdown, token)), cancellationToken);

    public Task StopStreamAsync(string channel, string ts, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.StopStream, channel, token => slack.Chat.StopStream(channel, ts, cancellationToken: token), cancellationToken);

    public async Task<string?> FindAsync(MessageTarget target, string mark, CancellationToken cancellationToken)
    {
        var said = await calls.CallAsync(
            ApiMethods.Replies,
            target.Channel,
            token => slack.Conversations.Replies(target.Channel, target.ThreadTs, limit: 100, includeAllMetadata: true, cancellationToken: token),
            cancellationToken);
        return said.Messages.FirstOrDefault(message => message.Metadata is { EventType: SlackApi.MarkType } known && (string?)known.EventPayload["mark"] == mark)?.Ts;
    }

    public Task<bool> TrySetStatusAsync(MessageTarget target, string status, CancellationToken cancellationToken) => calls.TryCallAsync(
        ApiMethods.SetStatus, target.Channel, token => slack.AssistantThreads.SetStatus(target.Channel, target.ThreadTs, status, cancellationToken: token), cancellationToken);

    public Task SetTitleAsync(MessageTarget target, string title, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.SetTitle, target.Channel, token => slack.AssistantThreads.SetTitle(target.Channel, target.ThreadTs, title, token), cancellationToken);

    public Task SetSuggestedPromptsAsync(MessageTarget target, string title, IEnumerable<(string Title, string Message)> prompts, CancellationToken cancellationToken)
    {
        var offered = prompts.Select(prompt => new AssistantPrompt { Title = prompt.Title, Message = prompt.Message }).ToList();
        return calls.CallAsync(
            ApiMethods.SetSuggestedPrompts, target.Channel, token => slack.AssistantThreads.SetSuggestedPrompts(target.Channel, target.ThreadTs, offered, title, token), cancellationToken);
    }

    public Task OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken) =>
        calls.CallAsync(ApiMethods.ViewsOpen, null, token => slack.Views.Open(trigger, blocks.Read<ModalViewDefinition>(view), token), cancellationToken);

    public Task PublishHomeAsync(string user, JsonObject view, CancellationToken cancellationToken) => calls.CallAsync(
        ApiMethods.ViewsPublish, null, token => slack.Views.Publish(user, blocks.Read<HomeViewDefinition>(view), cancellationToken: token), cancellationToken);

    public async Task<bool> RespondAsync(Uri address, MessageBody body, bool replaces, CancellationToken cancellationToken)
    {
        try
        {
            var response = new MessageResponse { ResponseType = ResponseType.Ephemeral, ReplaceOriginal = replaces, Message = MessageOf(new MessageTarget("", null), body) };
            await slack.Respond(address.ToString(), new Reaction.MessageUpdateResponse(response), cancellationToken);
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status && (int)status < 500)
        {
            return false;
        }
        catch (SlackException)
        {
            return false;
        }
        catch (Exception broken) when (broken is SlackRateLimitException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException("The response address could not be reached.", broken);
        }
    }

    public async Task UploadAsync(MessageTarget target, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        var files = new List<ExternalFileReference>();
        foreach (var upload in uploads)
            files.Add(await UploadAsync(upload, cancellationToken));
        await calls.CallAsync(
            ApiMethods.CompleteUpload,
            target.Channel,
            token => slack.Files.CompleteUploadExternal(files, target.Channel, threadTs: target.ThreadTs, cancellationToken: token),
            cancellationToken);
    }

    /// <summary>In steps of our own: SlackNet's Files.Upload writes what the file shows to an argument of another name, where Slack does not read it.</summary>
    private async Task<ExternalFileReference> UploadAsync(Upload upload, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object> { ["filename"] = upload.FileName, ["length"] = upload.Content.Length, ["alt_txt"] = upload.Description };
        return await calls.CallAsync(
            ApiMethods.GetUploadUrl,
            null,
            async token =>
            {
                var place = await slack.Get<UploadUrlExternalResponse>(ApiMethods.GetUploadUrl.Name, arguments, token);
                using var request = new HttpRequestMessage(HttpMethod.Post, place.UploadUrl) { Content = new ByteArrayContent(upload.Content.ToArray()) };
                await http.Execute<object>(request, token);
                return new ExternalFileReference { Id = place.FileId, Title = upload.Title };
            },
            cancellationToken);
    }

    private Message MessageOf(MessageTarget target, MessageBody body) => new()
    {
        Channel = target.Channel,
        ThreadTs = target.ThreadTs,
        Text = body.Text,
        Blocks = blocks.Blocks(body),
        UnfurlLinks = false,
        UnfurlMedia = false,
        MetadataJson = body.Mark is { } mark ? new MessageMetadata { EventType = SlackApi.MarkType, EventPayload = new JObject { ["mark"] = mark } } : null,
    };

    private MessageUpdate UpdateOf(string channel, string ts, MessageBody body) => new() { ChannelId = channel, Ts = ts, Text = body.Text, Blocks = blocks.Blocks(body) };
}
