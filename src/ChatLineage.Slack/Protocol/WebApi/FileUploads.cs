using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Uploads files in the three steps that Slack wants: a place for each, its content there, and one call that shares all.</summary>
/// <remarks>Safe to use from several threads at once. https://docs.slack.dev/messaging/working-with-files, checked 2026-08.</remarks>
internal sealed class FileUploads(WebApiClient client)
{
    /// <summary>Uploads files into a conversation.</summary>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task UploadAsync(MessageTarget target, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        var files = new JsonArray();
        foreach (var upload in uploads)
            files.Add(new JsonObject { ["id"] = await UploadAsync(upload, cancellationToken), ["title"] = upload.Title });
        var arguments = new JsonObject { ["channel_id"] = target.Channel, ["files"] = files };
        if (target.ThreadTs is { } thread)
            arguments["thread_ts"] = thread;
        await client.CallAsync(ApiMethods.CompleteUpload, arguments, cancellationToken);
    }

    private async Task<string> UploadAsync(Upload upload, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject
        {
            ["filename"] = upload.FileName,
            ["length"] = upload.Content.Length,
            ["alt_txt"] = upload.Description,
        };
        var said = await client.CallAsync(ApiMethods.GetUploadUrl, arguments, cancellationToken);
        using var content = new ReadOnlyMemoryContent(upload.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        HttpStatusCode status;
        try
        {
            (status, _) = await client.SendAsync(new Uri(MessageJson.Text(said, "upload_url")), content, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or UriFormatException)
        {
            throw Failed("The file could not be uploaded.", broken);
        }

        return status == HttpStatusCode.OK
            ? MessageJson.Text(said, "file_id")
            : throw Failed($"The upload of the file was answered with {(int)status}.", null);
    }

    private static SlackApiException Failed(string detail, Exception? inner) =>
        new(ApiMethods.GetUploadUrl.Name, SlackApiException.Unreachable, detail, inner);
}
