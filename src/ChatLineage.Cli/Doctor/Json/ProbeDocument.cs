namespace ChatLineage.Cli.Doctor.Json;

/// <summary>A probe as <c>doctor --format json</c> writes it; docs/json.md describes the fields.</summary>
internal sealed record ProbeDocument(string Probe, string Status, string Message, string? Fix)
{
    public static ProbeDocument Of(ProbeReport report) =>
        new(report.Name, report.Result.Status.ToString().ToLowerInvariant(), report.Result.Message, report.Result.Fix);
}
