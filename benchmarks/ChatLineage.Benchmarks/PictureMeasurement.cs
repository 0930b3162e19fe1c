using System.Diagnostics;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Pictures;

namespace ChatLineage.Benchmarks;

/// <summary>Draws the lineage of every entity of the notes, in both themes: what it costs and how large pictures become.</summary>
internal static class PictureMeasurement
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeLint.Check("knowledge").Knowledge;
        var first = Stopwatch.GetTimestamp();
        LineagePicture.Draw(knowledge, knowledge.Entities[0], Theme.Light);
        Console.WriteLine($"the first picture of a process: {Stopwatch.GetElapsedTime(first).TotalMilliseconds:0} ms");

        var stint = new Stint();
        var drawn = new List<(string Id, double Milliseconds, int Height, int Bytes)>();
        foreach (var (entity, theme) in knowledge.Entities.SelectMany(entity => Enum.GetValues<Theme>().Select(theme => (entity, theme))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            var picture = LineagePicture.Draw(knowledge, entity, theme);
            drawn.Add((entity.Id, Stopwatch.GetElapsedTime(started).TotalMilliseconds, picture.Height, picture.Png.Length));
        }

        Console.WriteLine($"{drawn.Count} pictures: {stint}");
        Console.WriteLine(
            $"each: {Shares(drawn.Select(each => each.Milliseconds))} ms; {Shares(drawn.Select(each => each.Bytes / 1000.0))} kB; "
                + $"{Shares(drawn.Select(each => (double)each.Height))} pixels high");
        Console.WriteLine(
            $"highest: {string.Join(", ", drawn.OrderByDescending(each => each.Height).DistinctBy(each => each.Id).Take(5).Select(each => $"{each.Id} {each.Height}"))}");
        Console.WriteLine(
            $"slowest: {string.Join(", ", drawn.OrderByDescending(each => each.Milliseconds).DistinctBy(each => each.Id).Take(5).Select(each => $"{each.Id} {each.Milliseconds:0} ms"))}");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"memory: {process.PeakWorkingSet64 / 1_000_000} MB at most");
        return Task.CompletedTask;
    }

    private static string Shares(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return $"{sorted[sorted.Count / 2]:0} / {sorted[sorted.Count * 95 / 100]:0} / {sorted[^1]:0} (half, 95 of 100, all)";
    }
}
