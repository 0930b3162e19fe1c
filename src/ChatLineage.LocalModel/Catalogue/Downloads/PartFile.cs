using System.Globalization;

namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>The part of a file that was received, in <c>name.gguf.part</c>. Nobody else can write it meanwhile.</summary>
internal sealed class PartFile : IAsyncDisposable
{
    // What a disk must have left afterwards.
    private const long Margin = 64L * 1024 * 1024;
    private readonly FileStream _file;

    private PartFile(FileStream file) => _file = file;

    /// <summary>Bytes that were received.</summary>
    public long Length => _file.Length;

    /// <summary>The name that a file has until it is complete.</summary>
    public static string PathOf(string path) => path + ".part";

    /// <exception cref="ModelDownloadException">It cannot be written, or another download writes it.</exception>
    public static PartFile Open(string path)
    {
        try
        {
            return new PartFile(
                new FileStream(PathOf(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.Asynchronous));
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new ModelDownloadException(
                $"'{PathOf(path)}' cannot be written. Check its permissions, or set LocalModel:DownloadFolder to another folder.", problem);
        }
        catch (IOException problem)
        {
            throw new ModelDownloadException(
                $"'{PathOf(path)}' cannot be opened: {problem.Message} Another download of the same model may be running; wait for it, or "
                    + "end it.", problem);
        }
    }

    /// <summary>Writes at the end.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            _file.Seek(0, SeekOrigin.End);
            await _file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException problem)
        {
            throw new ModelDownloadException(
                $"'{_file.Name}' cannot be written: {problem.Message} Free some space and pull again; what was received is kept.", problem);
        }
    }

    /// <summary>Forgets what was received.</summary>
    public void Clear() => _file.SetLength(0);

    /// <summary>Writes everything to the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <summary>Whether the disk has room for the rest.</summary>
    /// <exception cref="ModelDownloadException">It has not.</exception>
    public void CheckSpace(long totalBytes, Func<string, long?> freeBytes)
    {
        var needed = totalBytes - Length + Margin;
        if (totalBytes > 0 && freeBytes(Path.GetDirectoryName(_file.Name)!) is { } free && free < needed)
        {
            throw new ModelDownloadException(string.Create(
                CultureInfo.InvariantCulture,
                $"The disk of '{Path.GetDirectoryName(_file.Name)}' has {free / 1_048_576:N0} MB left and {needed / 1_048_576:N0} MB are "
                    + $"needed. Free some space, or set LocalModel:DownloadFolder to a folder on another disk."));
        }
    }

    /// <summary>Bytes that are free on the disk of a folder, or null where the system does not tell.</summary>
    public static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
