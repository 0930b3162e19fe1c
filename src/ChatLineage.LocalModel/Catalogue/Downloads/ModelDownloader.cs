namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>
/// Downloads model files: goes on where an earlier try stopped, compares the checksum, and gives the file its name only when it is whole.
/// </summary>
/// <remarks>Safe for several threads. Proxies are those of the system or of <c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c> and
/// <c>NO_PROXY</c>.</remarks>
public sealed class ModelDownloader : IDisposable
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);
    private readonly HttpMessageInvoker _http;
    private readonly DownloadOrigin _origin;
    private readonly PartReceiver _receiver;

    /// <summary>Creates the downloader; connects to nothing yet.</summary>
    /// <param name="origin">Where from.</param>
    /// <param name="clock">Measures speed and waits between tries; null for the system's.</param>
    public ModelDownloader(DownloadOrigin origin, TimeProvider? clock = null)
        : this(origin, clock ?? TimeProvider.System, PartFile.FreeBytes)
    {
    }

    internal ModelDownloader(DownloadOrigin origin, TimeProvider clock, Func<string, long?> freeBytes)
    {
        _origin = origin;
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = ConnectTime, UseCookies = false });
        _receiver = new PartReceiver(new RangeRequest(_http, origin, clock), origin, clock, freeBytes);
    }

    /// <summary>Downloads a model unless it is here already.</summary>
    /// <param name="entry">The model; one that comes with the program cannot be downloaded.</param>
    /// <param name="folder">Where to; it is made when it does not exist.</param>
    /// <param name="progress">Hears how far it is, a few times a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; what was received is kept for the next time.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ModelDownloadException">It could not be downloaded; the message says why and what to do.</exception>
    /// <exception cref="ModelLoadException">What was downloaded is not a model that can be used.</exception>
    public async Task<DownloadedModel> PullAsync(CatalogueEntry entry, string folder, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var address = entry.Address(_origin.Endpoint)
            ?? throw new ModelDownloadException($"'{entry.Name}' comes with the program; there is nothing to download.");
        var path = Path.Combine(MakeFolder(folder), entry.FileName);
        if (File.Exists(path))
        {
            return await CheckPresentAsync(entry, path, progress, cancellationToken);
        }

        string? expected;
        await using (var part = PartFile.Open(path))
        {
            var promised = await _receiver.ReceiveAsync(part, entry, address, progress, cancellationToken);
            part.Flush();
            expected = entry.Sha256 ?? promised;
        }

        return await FinishAsync(entry, path, expected, progress, cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private static string MakeFolder(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelDownloadException(
                $"The folder '{folder}' cannot be made: {problem.Message} Set LocalModel:DownloadFolder to one that can.", problem);
        }
    }

    private static async Task<DownloadedModel> CheckPresentAsync(CatalogueEntry entry, string path, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var actual = await HashAsync(path, progress, cancellationToken);
        return entry.Sha256 is null || entry.Sha256 == actual
            ? new DownloadedModel(path, new FileInfo(path).Length, actual, entry.Sha256 is null
                ? ChecksumProof.None : ChecksumProof.Catalogue, WasThere: true)
            : throw new ModelDownloadException(
                $"'{path}' is there already, but it is not the file of the catalogue: its SHA-256 is {actual}, not {entry.Sha256}. Delete "
                    + "or rename it and pull again.");
    }

    private static async Task<DownloadedModel> FinishAsync(
        CatalogueEntry entry, string path, string? expected, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var part = PartFile.PathOf(path);
        var actual = await HashAsync(part, progress, cancellationToken);
        if (expected is not null && expected != actual)
        {
            // Going on from it would only give the same again.
            File.Delete(part);
            throw new ModelDownloadException(
                $"What was downloaded is not '{entry.Title}': its SHA-256 is {actual}, not {expected}. It was deleted. Pull again; if it "
                    + "happens again, the source or the mirror has another file.");
        }

        if (entry.Sha256 is null)
        {
            ModelFile.Inspect(part);
        }

        File.Move(part, path);
        return new DownloadedModel(
            path,
            new FileInfo(path).Length,
            actual,
            entry.Sha256 is not null ? ChecksumProof.Catalogue : expected is not null ? ChecksumProof.Server : ChecksumProof.None,
            WasThere: false);
    }

    private static Task<string> HashAsync(string path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var total = new FileInfo(path).Length;
        var inner = progress is null ? null : new HashProgress(progress, total);
        return ModelChecksum.ComputeAsync(path, inner, cancellationToken);
    }

    private sealed class HashProgress(IProgress<DownloadProgress> outer, long total) : IProgress<long>
    {
        public void Report(long value) => outer.Report(new DownloadProgress(DownloadStage.Checking, value, total, 0, null));
    }
}
