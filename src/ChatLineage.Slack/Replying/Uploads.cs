using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.WebApi;

namespace ChatLineage.Slack.Replying;

/// <summary>Turns the files of a reply into uploads.</summary>
internal static class Uploads
{
    /// <summary>The uploads, in order.</summary>
    public static IReadOnlyList<Upload> Of(ImmutableArray<Attachment> attachments) =>
        [.. attachments.Select(file => new Upload(file.FileName, file.FileName, file.Description, file.Content.AsMemory()))];
}
