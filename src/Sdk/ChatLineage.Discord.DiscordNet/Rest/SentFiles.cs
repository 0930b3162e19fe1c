using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>The files of one request, freed when it is over.</summary>
internal sealed class SentFiles(MessageContent content, IReadOnlyList<Upload> files) : IDisposable
{
    public Net.FileAttachment[] Files { get; } = Written.Files(content, files);

    public void Dispose()
    {
        foreach (var file in Files)
            file.Dispose();
    }
}
