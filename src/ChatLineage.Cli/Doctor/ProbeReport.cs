namespace ChatLineage.Cli.Doctor;

/// <summary>A probe and what it found.</summary>
/// <param name="Name">The probe.</param>
/// <param name="Result">What it found.</param>
internal sealed record ProbeReport(string Name, ProbeResult Result);
