using Microsoft.Extensions.Logging;

namespace ChatLineage.Retrieval.Watching;

/// <summary>What the watcher logs.</summary>
internal static partial class WatcherLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Rule} in {Path}({Line},{Column}); 'chatlineage knowledge check' tells what to do")]
    public static partial void Finding(ILogger logger, string rule, string path, int line, int column);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Took in {Files} changed knowledge files; the last good version of {Kept} stays")]
    public static partial void TakenIn(ILogger logger, int files, int kept);

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of the knowledge folder could not be taken in; the last good version stays")]
    public static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors of the notes could not be computed; search goes by words and entities")]
    public static partial void EmbeddingFailed(ILogger logger, Exception failure);
}
