using ChatLineage.Slack.Protocol.WebApi;
using SlackNet;
using SlackNet.WebApi;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>Uploads files with SlackNet's client.</summary>
/// <remarks>
/// In steps of our own: SlackNet's Files.Upload writes what the file shows to an argument of another name, where Slack does not read it.
/// Safe to use from several threads at once.
/// </remarks>
internal sealed class FileUploads(ISlackApiClient slack, IHttp http, MethodCalls calls)
{
    /// <summary>Uploads files into a conversation.</summary>
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

    private async Task<ExternalFileReference> UploadAsync(Upload upload, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object>
        {
            ["filename"] = upload.FileName,
            ["length"] = upload.Content.Length,
            ["alt_txt"] = upload.Description,
        };
        return await calls.CallAsync(
            ApiMethods.GetUploadUrl,
            null,
            async token =>
            {
                var place = await slack.Get<UploadUrlExternalResponse>(ApiMethods.GetUploadUrl.Name, arguments, token);
                var content = new ByteArrayContent(upload.Content.ToArray());
                using var request = new HttpRequestMessage(HttpMethod.Post, place.UploadUrl) { Content = content };
                await http.Execute<object>(request, token);
                return new ExternalFileReference { Id = place.FileId, Title = upload.Title };
            },
            cancellationToken);
    }
}
