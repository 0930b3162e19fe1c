using System.Text.RegularExpressions;
using ChatLineage.Answering.Search;

namespace ChatLineage.Answering.Tests.Search;

/// <summary>What holds for every chunk made out of the notes that ship.</summary>
public sealed partial class ShippedChunksTests
{
    private static readonly IReadOnlyList<Chunk> Chunks = ChunkSource.Chunks(ShippedNotes.Knowledge);

    [Fact]
    public void Chunks_of_all_kinds_exist() =>
        Assert.Equal(Enum.GetValues<ChunkKind>(), Chunks.Select(chunk => chunk.Kind).Distinct().Order());

    [Fact]
    public void Chunks_ids_are_unique() => Assert.Equal(Chunks.Count, Chunks.Select(chunk => chunk.Id).Distinct().Count());

    [Fact]
    public void Chunks_all_have_sources() => Assert.DoesNotContain(Chunks, chunk => chunk.Sources.IsDefaultOrEmpty);

    [Fact]
    public void Chunks_end_like_sentences() => Assert.DoesNotContain(Chunks, chunk => !SentenceEnd().IsMatch(chunk.Text));

    [Fact]
    public void Chunks_made_from_fields_have_no_iso_dates_and_no_ids() => Assert.DoesNotContain(
        Chunks.Where(chunk => chunk.Kind is ChunkKind.Conflict or ChunkKind.Assessment), chunk => IsoDate().IsMatch(chunk.Text) || chunk.Text.Contains('_', StringComparison.Ordinal));

    [GeneratedRegex(@"[.!?…][”’"")\]]?$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDate();
}
