namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>A file to be sent with a message.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type: <c>image/png</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Upload(string Name, string ContentType, ReadOnlyMemory<byte> Content);
