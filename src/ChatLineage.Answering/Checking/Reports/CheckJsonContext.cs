using System.Text.Json.Serialization;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Serializers made when the program is built.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckDocument))]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
