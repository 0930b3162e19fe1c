namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>The speed of a download over the last seconds, and a report a few times a second.</summary>
internal sealed class DownloadSpeed(TimeProvider clock, IProgress<DownloadProgress>? progress)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);
    private readonly Queue<(long Time, long Bytes)> _seen = new();
    private long? _reportedAt;

    /// <summary>Forgets what was measured: the connection is a new one.</summary>
    public void Restart() => _seen.Clear();

    /// <summary>Takes in how many bytes are there, and reports when it is time to, or at the end.</summary>
    public void Observe(long bytes, long total)
    {
        var now = clock.GetTimestamp();
        _seen.Enqueue((now, bytes));
        while (_seen.Count > 2 && clock.GetElapsedTime(_seen.Peek().Time, now) > Window)
        {
            _seen.Dequeue();
        }

        if (progress is not null && (bytes == total || _reportedAt is not { } last || clock.GetElapsedTime(last, now) >= ReportInterval))
        {
            _reportedAt = now;
            var speed = Speed(now, bytes);
            progress.Report(new DownloadProgress(
                DownloadStage.Receiving, bytes, total, speed, speed > 0 && total > 0
                    ? TimeSpan.FromSeconds((total - bytes) / speed) : null));
        }
    }

    private double Speed(long now, long bytes)
    {
        var (time, before) = _seen.Peek();
        var seconds = clock.GetElapsedTime(time, now).TotalSeconds;
        return seconds > 0 ? (bytes - before) / seconds : 0;
    }
}
