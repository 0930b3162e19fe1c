using System.Text.Json.Serialization;

namespace ChatLineage.Cli.Doctor.Json;

/// <summary>The JSON of <c>doctor</c>, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(List<ProbeDocument>))]
internal sealed partial class DoctorJsonContext : JsonSerializerContext;
