using System.Text.Json.Serialization;

namespace ChatLineage.Evaluation.Questions;

/// <summary>Reads question lines without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(QuestionLine))]
internal sealed partial class QuestionJsonContext : JsonSerializerContext;
