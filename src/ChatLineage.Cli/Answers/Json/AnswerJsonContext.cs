using System.Text.Json.Serialization;

namespace ChatLineage.Cli.Answers.Json;

/// <summary>Serializers made when the program is built, so that <c>--json</c> needs no reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerDocument))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext;
