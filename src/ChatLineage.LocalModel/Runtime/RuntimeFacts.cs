namespace ChatLineage.LocalModel.Runtime;

/// <summary>Which native build was loaded and what it can use.</summary>
internal sealed record RuntimeFacts(string Variant, string? LibraryPath, IReadOnlyList<string> Devices, string SystemInfo, bool GpuOffload);
