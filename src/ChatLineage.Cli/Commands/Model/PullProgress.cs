using System.Globalization;
using ChatLineage.LocalModel.Catalogue.Downloads;

namespace ChatLineage.Cli.Commands.Model;

/// <summary>Shows how far a download is: one line that changes for a person, a line now and then for a log.</summary>
/// <param name="output">Where to.</param>
/// <param name="isLog">Whether lines cannot be taken back.</param>
internal sealed class PullProgress(TextWriter output, bool isLog) : IProgress<DownloadProgress>
{
    private const int LogStep = 10;
    private DownloadStage? _stage;
    private long _logged = -1;
    private int _width;

    /// <summary>Runs a download and ends the line afterwards, also when it fails.</summary>
    public async Task<T> ShowWhileAsync<T>(Func<Task<T>> download)
    {
        try
        {
            return await download();
        }
        finally
        {
            if (_width > 0)
                await output.WriteLineAsync();
        }
    }

    public void Report(DownloadProgress value)
    {
        var text = Text(value);
        if (!isLog)
        {
            output.Write("\r" + text.PadRight(_width));
            _width = text.Length;
            return;
        }

        var step = value.TotalBytes > 0 ? value.Bytes * 100 / value.TotalBytes / LogStep : 0;
        if (value.Stage == _stage && step == _logged)
            return;
        (_stage, _logged) = (value.Stage, step);
        output.WriteLine(text);
    }

    /// <summary>For instance «35% of 808 MB, 12.3 MB/s, 43 s left».</summary>
    internal static string Text(DownloadProgress value)
    {
        var share = value.TotalBytes > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Bytes * 100 / value.TotalBytes}% of {DataSize.Of(value.TotalBytes)}")
            : DataSize.Of(value.Bytes);
        return value.Stage switch
        {
            DownloadStage.Checking => $"checking, {share}",
            DownloadStage.Waiting => value.Bytes == 0 ? "no connection yet, trying again" : $"{share}; the connection broke, trying again",
            _ => share
                + (value.BytesPerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $", {value.BytesPerSecond / 1e6:0.0} MB/s") : "")
                + (value.Left is { } left ? $", {DataSize.Of(left)} left" : ""),
        };
    }
}
