using System.Globalization;

namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>
/// Downloads model files: goes on where an earlier try stopped, tries again when the connection breaks, compares the checksum, and gives
/// the file its name only when it is whole.
/// </summary>
/// <remarks>Safe for several threads. Proxies are those of the system or of <c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c> and
/// <c>NO_PROXY</c>.</remarks>
public sealed class ModelDownloader : IDisposable
{
    private const int MostTries = 6;
    private const int MostTriesWithoutConnection = 2;
    private const int BufferBytes = 256 * 1024;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private readonly HttpMessageInvoker _http;
    private readonly DownloadOrigin _origin;
    private readonly TimeProvider _clock;
    private readonly Func<string, long?> _freeBytes;
    private readonly RangeRequest _request;

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
        _clock = clock;
        _freeBytes = freeBytes;
        _http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = ConnectTime, UseCookies = false });
        _request = new RangeRequest(_http, origin, _clock);
    }

    /// <summary>Downloads a model unless it is here already.</summary>
    /// <param name="entry">The model; one that comes with the program cannot be downloaded.</param>
    /// <param name="folder">Where to; it is made when it does not exist.</param>
    /// <param name="progress">Hears how far it is, a few times a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; what was received is kept for the next time.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ModelDownloadException">It could not be downloaded; the message says why and what to do.</exception>
    /// <exception cref="ModelLoadException">What was downloaded is not a model that can be used.</exception>
    public async Task<DownloadedModel> PullAsync(CatalogueEntry entry, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var address = entry.Address(_origin.Endpoint) ?? throw new ModelDownloadException($"'{entry.Name}' comes with the program; there is nothing to download.");
        var path = Path.Combine(MakeFolder(folder), entry.FileName);
        if (File.Exists(path))
        {
            return await CheckPresentAsync(entry, path, progress, cancellationToken);
        }

        string? expected;
        await using (var part = PartFile.Open(path))
        {
            var promised = await ReceiveAsync(part, entry, address, progress, cancellationToken);
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
            throw new ModelDownloadException($"The folder '{folder}' cannot be made: {problem.Message} Set LocalModel:DownloadFolder to one that can.", problem);
        }
    }

    private static async Task<DownloadedModel> CheckPresentAsync(CatalogueEntry entry, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var actual = await HashAsync(path, progress, cancellationToken);
        return entry.Sha256 is null || entry.Sha256 == actual
            ? new DownloadedModel(path, new FileInfo(path).Length, actual, entry.Sha256 is null ? ChecksumProof.None : ChecksumProof.Catalogue, WasThere: true)
            : throw new ModelDownloadException($"'{path}' is there already, but it is not the file of the catalogue: its SHA-256 is {actual}, not {entry.Sha256}. Delete or rename it and pull again.");
    }

    private async Task<string?> ReceiveAsync(PartFile part, CatalogueEntry entry, Uri address, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var speed = new DownloadSpeed(_clock, progress);
        var failures = 0;
        while (true)
        {
            var before = part.Length;
            try
            {
                return await TryReceiveAsync(part, entry, address, speed, cancellationToken);
            }
            catch (TransientDownloadException problem)
            {
                failures = part.Length > before ? 1 : failures + 1;
                if (failures >= (problem.NeverConnected ? MostTriesWithoutConnection : MostTries))
                {
                    throw GivenUp(part, entry, problem);
                }

                progress?.Report(new DownloadProgress(DownloadStage.Waiting, part.Length, entry.SizeBytes, 0, null));
                await Task.Delay(DelayAfter(failures, problem), _clock, cancellationToken);
                speed.Restart();
            }
        }
    }

    private static TimeSpan DelayAfter(int failures, TransientDownloadException problem)
    {
        var delay = problem.RetryAfter ?? FirstDelay * Math.Pow(2, failures - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private ModelDownloadException GivenUp(PartFile part, CatalogueEntry entry, TransientDownloadException problem) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{entry.Name}' could not be downloaded from {_origin.Endpoint.Authority}: {problem.Message}. {(part.Length > 0 ? $"The {part.Length / 1_048_576:N0} MB received so far are kept, and the next pull goes on from there. " : "")}Check the network; behind a proxy set HTTPS_PROXY, for a mirror HF_ENDPOINT. Or download {entry.Address(_origin.Endpoint)} on another machine and run 'chatlineage model use <path>' here."),
        problem);

    private async Task<string?> TryReceiveAsync(PartFile part, CatalogueEntry entry, Uri address, DownloadSpeed speed, CancellationToken cancellationToken)
    {
        using var response = await _request.SendAsync(address, part.Length, cancellationToken);
        var total = response.TotalBytes;
        if (entry.SizeBytes > 0 && total > 0 && total != entry.SizeBytes)
        {
            throw new ModelDownloadException(string.Create(
                CultureInfo.InvariantCulture,
                $"{address} has {total:N0} bytes and the catalogue knows {entry.SizeBytes:N0}: the file was changed at its source, or the mirror has another. Nothing was downloaded."));
        }

        if (response.Offset < 0)
        {
            if (total == part.Length)
            {
                return response.Sha256;
            }

            part.Clear();
            throw new TransientDownloadException("what was received before is longer than the file, so it starts again");
        }

        if (response.Offset == 0 && part.Length > 0)
        {
            part.Clear(); // the server knows no ranges
        }

        total = total > 0 ? total : entry.SizeBytes;
        part.CheckSpace(total, _freeBytes);
        await CopyAsync(response.Response, part, total, speed, cancellationToken);
        return total == 0 || part.Length == total
            ? response.Sha256
            : throw new TransientDownloadException("the connection ended before the file did");
    }

    private async Task CopyAsync(HttpResponseMessage response, PartFile part, long total, DownloadSpeed speed, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        using var silence = new CancellationTokenSource(Silence, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            int count;
            while ((count = await body.ReadAsync(buffer, either.Token)) > 0)
            {
                if (total > 0 && part.Length + count > total)
                {
                    throw new ModelDownloadException("The server sends more than the length of the file. Set HF_ENDPOINT to another mirror, or try again later.");
                }

                await part.AppendAsync(buffer.AsMemory(0, count), cancellationToken);
                speed.Observe(part.Length, total);
                silence.CancelAfter(Silence);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientDownloadException($"nothing came for {Silence.TotalSeconds} seconds");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new TransientDownloadException("the connection broke", problem);
        }
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
                $"What was downloaded is not '{entry.Title}': its SHA-256 is {actual}, not {expected}. It was deleted. Pull again; if it happens again, the source or the mirror has another file.");
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
