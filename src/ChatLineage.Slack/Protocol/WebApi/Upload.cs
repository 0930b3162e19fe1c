namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>A file to be uploaded.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Description">What it shows, in words.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Upload(string FileName, string Title, string Description, ReadOnlyMemory<byte> Content);
