using System.Globalization;

namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>Receives the bytes of a file into its part: from where the part ends, and again when the connection breaks.</summary>
/// <remarks>Safe for several threads, each with a part of its own.</remarks>
internal sealed class PartReceiver(RangeRequest request, DownloadOrigin origin, TimeProvider clock, Func<string, long?> freeBytes)
{
    private const int MostTries = 6;
    private const int MostTriesWithoutConnection = 2;
    private const int BufferBytes = 256 * 1024;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    /// <summary>Receives what the part lacks.</summary>
    /// <returns>The SHA-256 that the server promises; null when it promises none.</returns>
    /// <exception cref="ModelDownloadException">It is given up; the message says why and what to do. What was received is kept.</exception>
    public async Task<string?> ReceiveAsync(PartFile part, CatalogueEntry entry, Uri address, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var speed = new DownloadSpeed(clock, progress);
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
                await Task.Delay(DelayAfter(failures, problem), clock, cancellationToken);
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
            $"'{entry.Name}' could not be downloaded from {origin.Endpoint.Authority}: {problem.Message}. {Kept(part)}"
            + $"Check the network; behind a proxy set HTTPS_PROXY, for a mirror HF_ENDPOINT. Or download {entry.Address(origin.Endpoint)} "
            + $"on another machine and run 'chatlineage model use <path>' here."),
        problem);

    private static string Kept(PartFile part) => part.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $"The {part.Length / 1_048_576:N0} MB received so far are kept, and the next pull goes on from there. ");

    private async Task<string?> TryReceiveAsync(PartFile part, CatalogueEntry entry, Uri address, DownloadSpeed speed,
        CancellationToken cancellationToken)
    {
        using var response = await request.SendAsync(address, part.Length, cancellationToken);
        var total = response.TotalBytes;
        if (entry.SizeBytes > 0 && total > 0 && total != entry.SizeBytes)
        {
            throw new ModelDownloadException(string.Create(
                CultureInfo.InvariantCulture,
                $"{address} has {total:N0} bytes and the catalogue knows {entry.SizeBytes:N0}: the file was changed at its source, or the "
                    + $"mirror has another. Nothing was downloaded."));
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
        part.CheckSpace(total, freeBytes);
        await CopyAsync(response.Response, part, total, speed, cancellationToken);
        return total == 0 || part.Length == total
            ? response.Sha256
            : throw new TransientDownloadException("the connection ended before the file did");
    }

    private async Task CopyAsync(HttpResponseMessage response, PartFile part, long total, DownloadSpeed speed,
        CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            int count;
            while ((count = await body.ReadAsync(buffer, either.Token)) > 0)
            {
                if (total > 0 && part.Length + count > total)
                {
                    throw new ModelDownloadException(
                        "The server sends more than the length of the file. Set HF_ENDPOINT to another mirror, or try again later.");
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
}
