using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLineage.Answering;
using ChatLineage.Chat.Platforms;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>Answers and messages as JSON. Entities and sources are written as ids, and read from the notes as they are then.</summary>
internal static partial class TurnJson
{
    public static string Write(Answer answer) => JsonSerializer.Serialize(
        new StoredText(
            answer.Question,
            answer.Sentences,
            [.. answer.Citations.Select(citation => new StoredCitation(citation.Number, citation.Source.Id))],
            answer.Abstained,
            [.. answer.Entities.Select(entity => entity.Id)],
            [.. answer.Named.Select(entity => entity.Id)],
            answer.Queries),
        StoredContext.Default.StoredText);

    /// <summary>The answer; entities and sources that the notes have no longer are left out.</summary>
    public static Answer ReadAnswer(string json, KnowledgeBase notes)
    {
        var stored = JsonSerializer.Deserialize(json, StoredContext.Default.StoredText)!;
        return new Answer
        {
            Question = stored.Question,
            Sentences = stored.Sentences,
            Citations = [.. stored.Citations.Select(citation => (citation.Number, Source: notes.FindSource(citation.Source)))
                .Where(citation => citation.Source is not null).Select(citation => new Citation(citation.Number, citation.Source!))],
            Abstained = stored.Abstained,
            Entities = Find(stored.Entities, notes),
            Named = Find(stored.Named, notes),
            Queries = stored.Queries,
        };
    }

    public static string Write(IncomingMessage message) => JsonSerializer.Serialize(message, StoredContext.Default.IncomingMessage);

    public static IncomingMessage ReadMessage(string json) => JsonSerializer.Deserialize(json, StoredContext.Default.IncomingMessage)!;

    private static ImmutableArray<Entity> Find(ImmutableArray<string> ids, KnowledgeBase notes) => [.. ids.Select(notes.FindEntity).OfType<Entity>()];

    private sealed record StoredCitation(int Number, string Source);

    private sealed record StoredText(
        string Question,
        ImmutableArray<Sentence> Sentences,
        ImmutableArray<StoredCitation> Citations,
        AbstentionReason? Abstained,
        ImmutableArray<string> Entities,
        ImmutableArray<string> Named,
        ImmutableArray<string> Queries);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredText))]
    [JsonSerializable(typeof(IncomingMessage))]
    private sealed partial class StoredContext : JsonSerializerContext;
}
