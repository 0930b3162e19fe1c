using System.Text.Json.Serialization;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>Writes dumps without reflection, each on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DumpDocument))]
internal sealed partial class DumpJsonContext : JsonSerializerContext;
