using System.Text.Json.Serialization;

namespace ChatLineage.Evaluation.Baselines;

/// <summary>Reads and writes baselines without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Baseline))]
internal sealed partial class BaselineJsonContext : JsonSerializerContext;
