using ChatLineage.LocalModel.Measuring;

namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>What <c>model bench</c> measured; docs/json.md describes the fields.</summary>
internal sealed record MeasuredModel(
    string Path,
    string Name,
    string Architecture,
    long Parameters,
    string Variant,
    IReadOnlyList<string> Devices,
    int Threads,
    int GpuLayers,
    double LoadMs,
    double PrefillTokensPerSecond,
    IReadOnlyList<MeasuredRate> Decode,
    int PromptTokens,
    int SharedTokens,
    double FirstTokenColdMs,
    double FirstTokenWarmMs)
{
    public static MeasuredModel Of(BenchmarkReport report) => new(
        report.Model.ModelPath,
        report.Model.ModelName,
        report.Model.Architecture,
        report.Model.Parameters,
        report.Model.Variant,
        report.Model.Devices,
        report.Model.Threads,
        report.Model.GpuLayers,
        Math.Round(report.Model.LoadTime.TotalMilliseconds, 1),
        Math.Round(report.PrefillTokensPerSecond, 1),
        [.. report.Decode.Select(rate => new MeasuredRate(rate.Conversations, Math.Round(rate.TokensPerSecond, 1)))],
        report.PromptTokens,
        report.SharedTokens,
        Math.Round(report.FirstTokenCold.TotalMilliseconds, 1),
        Math.Round(report.FirstTokenWarm.TotalMilliseconds, 1));
}
