using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Prose;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Search;

/// <summary>Makes the units of search out of a snapshot of the notes: each a sentence that stands on its own, with its sources.</summary>
/// <remarks>Pure: the same notes give the same chunks in the same order. Safe to use from several threads.</remarks>
public static class ChunkSource
{
    /// <summary>All chunks: entity by entity in the order of their ids, then the assessments of texts.</summary>
    /// <param name="knowledge">The notes.</param>
    public static ImmutableArray<Chunk> Chunks(KnowledgeBase knowledge)
    {
        var mentions = new MentionFinder(knowledge);
        var chunks = ImmutableArray.CreateBuilder<Chunk>(knowledge.Entities.Length * 4);
        foreach (var entity in knowledge.Entities)
        {
            AddStatements(chunks, knowledge, entity, mentions);
            AddProse(chunks, knowledge, entity, mentions);
            foreach (var conflict in knowledge.ConflictsAbout(entity))
                AddConflict(chunks, knowledge, conflict, mentions);
        }

        foreach (var assessment in knowledge.Assessments)
            chunks.Add(Assessed(knowledge, assessment, mentions));

        // Conflicts that read alike are one thing to find.
        return [.. chunks.DistinctBy(chunk => chunk.Id)];
    }

    private static void AddStatements(ImmutableArray<Chunk>.Builder chunks, KnowledgeBase knowledge, Entity subject, MentionFinder mentions)
    {
        foreach (var same in knowledge.ClaimsFrom(subject).GroupBy(claim => (claim.Predicate, claim.Object)))
        {
            var id = $"{subject.Id} {same.Key.Predicate.Id} {same.Key.Object.Id}";
            var standing = same.Where(claim => claim.Stands).ToArray();
            if (standing.Length > 0)
            {
                var line = ClaimWording.Line(standing);
                chunks.Add(new Chunk(id, ChunkKind.Statement, subject, null, line.Text, line.Sources, [same.Key.Object]));
            }

            // A conflict about the relation tells both sides and the verdict, so the weaker one needs no chunk of its own.
            if (standing.Length < same.Count() && !knowledge.ConflictsAbout(subject)
                .Any(conflict => conflict.Predicate == same.Key.Predicate))
            {
                var disputed = same.Where(claim => !claim.Stands).ToArray();
                chunks.Add(new Chunk(
                    id + " disputed", ChunkKind.Statement, subject, null, DisputeWording.Sentence(ClaimWording.Best(disputed)),
                    ClaimWording.BestSources(disputed), mentions.In(DisputeWording.Sentence(disputed[0]), subject).Prepend(same.Key.Object)
                        .Distinct().ToImmutableArray()));
            }
        }
    }

    private static void AddProse(ImmutableArray<Chunk>.Builder chunks, KnowledgeBase knowledge, Entity subject, MentionFinder mentions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in ProseReader.Read(knowledge.NoteOf(subject)))
        {
            foreach (var sentence in section.Sentences)
            {
                var sources = sentence.SourceIds.Select(knowledge.FindSource).OfType<Source>().ToImmutableArray();
                if (sources.IsEmpty || sentence.Text.Length == 0 || !seen.Add(sentence.Text))
                    continue;
                chunks.Add(new Chunk(
                    Id(subject, sentence.Text), ChunkKind.Prose, subject, section.Heading, sentence.Text, sources,
                        mentions.In(sentence.Text, subject)));
            }
        }
    }

    private static void AddConflict(ImmutableArray<Chunk>.Builder chunks, KnowledgeBase knowledge, Conflict conflict,
        MentionFinder mentions)
    {
        var (told, other) = (conflict.Better ?? conflict.First, conflict.Weaker ?? conflict.Second);
        var sources = told.Sources.Concat(other.Sources).Distinct().ToImmutableArray();
        if (sources.IsEmpty)
            return;
        var text = new ConflictWording(knowledge).Sentence(conflict);
        var id = Id(conflict.Subject, text);
        chunks.Add(new Chunk(id, ChunkKind.Conflict, conflict.Subject, "Disputes", text, sources, mentions.In(text, conflict.Subject)));
    }

    private static Chunk Assessed(KnowledgeBase knowledge, Assessment assessment, MentionFinder mentions)
    {
        var text = new AssessmentWording(knowledge).Sentence(assessment);
        var sources = assessment.Sources.Prepend(assessment.Text).Distinct().ToImmutableArray();
        return new Chunk($"{assessment.Text.Id} {assessment.Id}", ChunkKind.Assessment, null, assessment.Text.Title, text, sources,
            mentions.In(text, null));
    }

    // The text is part of the id, so that it stays the same when sentences around it change.
    private static string Id(Entity subject, string text) =>
        $"{subject.Id} #{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}";
}
