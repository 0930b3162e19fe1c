using System.Globalization;

namespace ChatLineage.Cli.Commands.Model;

/// <summary>Sizes and times as people read them. A megabyte is a million bytes, as on the pages that models are downloaded from.</summary>
internal static class DataSize
{
    public static string Of(long bytes) => bytes >= 1_000_000_000
        ? (bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " GB"
        : (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB";

    public static string Of(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes)} min");
}
