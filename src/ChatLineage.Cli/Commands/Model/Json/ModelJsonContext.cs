using System.Text.Json.Serialization;

namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>The JSON of the model commands, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(List<ListedModel>))]
[JsonSerializable(typeof(List<VerifiedModel>))]
[JsonSerializable(typeof(MeasuredModel))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
