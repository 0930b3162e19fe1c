using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Testing.Search;

namespace ChatLineage.Answering.Tests.Search;

public sealed class ChunkSourceTests
{
    private readonly KnowledgeBase _knowledge = SmallNotes.Link();

    [Fact]
    public void Chunks_claims_that_state_the_same_make_one_statement()
    {
        var chunk = Assert.Single(Of("vicuna"), chunk => chunk.Id == "vicuna fine_tuned_from llama");

        Assert.Equal("Vicuna is fine-tuned from LLaMA (conversations of ShareGPT).", chunk.Text);
        Assert.Equal(["card", "log"], chunk.Sources.Select(source => source.Id));
        Assert.Equal("llama", Assert.Single(chunk.Mentioned).Id);
    }

    [Fact]
    public void Chunks_disputed_claim_is_somebodys_statement() =>
        Assert.Contains(Of("vicuna"), chunk => chunk.Text == "One article says that Vicuna is licensed under the MIT License, which is disputed (it covers the code).");

    [Fact]
    public void Chunks_disputed_claim_with_a_conflict_is_left_to_it()
    {
        var about = Of("stable-vicuna").ToList();

        Assert.DoesNotContain(about, chunk => chunk.Id.EndsWith("disputed", StringComparison.Ordinal));
        var released = Assert.Single(about, chunk => chunk.Id == "stable-vicuna released_by meta");
        Assert.Equal("Stable Vicuna was released by Meta on 28 April 2023.", released.Text);
    }

    [Fact]
    public void Chunks_conflict_tells_both_sides_the_verdict_and_the_reason_in_words()
    {
        var chunk = Assert.Single(Of("stable-vicuna"), chunk => chunk.Kind == ChunkKind.Conflict);

        Assert.Equal(
            "Sources disagree on the release date of Stable Vicuna: one article says 28 March 2023, but 28 April 2023 is better supported "
            + "(its base Vicuna only appeared on 30 March 2023).",
            chunk.Text);
        Assert.Equal(["log", "post"], chunk.Sources.Select(source => source.Id));
        Assert.Equal("vicuna", Assert.Single(chunk.Mentioned).Id);
    }

    [Theory]
    [InlineData("licensed_under", "", "licence-mit", "Apache", "both", "Sources say two things about the licence of X, and both hold: MIT License and Apache (why).")]
    [InlineData("built_on", "", "llama", "vicuna only", "undecided", "Sources disagree on the base of X, and the record does not settle it: LLaMA or Vicuna only (why).")]
    [InlineData("created_by", "", "meta", "somebody", "first", "Sources disagree on the maker of X: one article says somebody, but Meta is better supported (why).")]
    [InlineData("created_by", "size", "13B", "about 45B", "first", "Sources disagree on the size of X: one article says about 45B, but 13B is better supported (why).")]
    [InlineData("licensed_under", "", "licence-mit", "our own terms, with no name", "first", "Sources disagree on the licence of X: one article says “our own terms, with no name”, but MIT License is better supported (why).")]
    [InlineData("created_by", "14B", "2023-04", "2023", "first", "Sources disagree on X (14B): one article says 2023, but April 2023 is better supported (why).")]
    public void Chunks_conflict_is_worded_by_what_it_is_about(string about, string aspect, string first, string second, string better, string text)
    {
        string[] fields =
        [
            $"about: {about}", .. aspect.Length > 0 ? [$"aspect: {aspect}"] : Array.Empty<string>(), $"first: '{first}'", "first_sources: [card]",
            $"second: '{second}'", "second_sources: [post]", $"better: {better}", "because: why",
        ];
        var note = $"---\nid: x\nname: X\nkind: model\nconflicts:\n  - {string.Join("\n    ", fields)}\n---\n";

        var chunks = ChunkSource.Chunks(SmallNotes.With("models/x.md", note));

        Assert.Equal(text, Assert.Single(chunks, chunk => chunk.Subject?.Id == "x").Text);
    }

    [Fact]
    public void Chunks_prose_keeps_heading_sources_and_mentions()
    {
        var chunks = ChunkSource.Chunks(SmallNotes.With("models/y.md", """
            ---
            id: y
            name: Y
            kind: model
            ---

            Y says what no source says.

            ## Why it mattered

            Y beat Stable Vicuna and LLaMA.[^card][^log] Y beat Stable Vicuna and LLaMA.[^log]
            """)).Where(chunk => chunk.Subject?.Id == "y");

        var chunk = Assert.Single(chunks);
        Assert.Equal(ChunkKind.Prose, chunk.Kind);
        Assert.Equal("Why it mattered", chunk.Heading);
        Assert.Equal("Y beat Stable Vicuna and LLaMA.", chunk.Text);
        Assert.Equal(["card", "log"], chunk.Sources.Select(source => source.Id));
        Assert.Equal(["stable-vicuna", "llama"], chunk.Mentioned.Select(entity => entity.Id));
    }

    [Fact]
    public void Chunks_assessment_names_the_text_the_verdict_and_what_holds()
    {
        var chunk = Assert.Single(ChunkSource.Chunks(_knowledge), chunk => chunk.Kind == ChunkKind.Assessment);

        Assert.Equal(
            "The article “The Long Post” says that the weights of LLaMA are open source, which the record contradicts (the licence is for research only).",
            chunk.Text);
        Assert.Null(chunk.Subject);
        Assert.Equal(["post", "card"], chunk.Sources.Select(source => source.Id));
        Assert.Equal("llama", Assert.Single(chunk.Mentioned).Id);
    }

    [Fact]
    public void Chunks_same_notes_give_the_same_chunks() =>
        Assert.Equal(Described(_knowledge), Described(SmallNotes.Link()));

    [Fact]
    public void Chunks_edited_sentence_changes_no_other_id()
    {
        var note = "---\nid: vicuna\nname: Vicuna\nkind: model\n---\n\nVicuna is a chat model that was tuned on shared conversations.[^card] It is new.[^card]\n";

        var edited = ChunkSource.Chunks(SmallNotes.With("models/vicuna.md", note)).Select(chunk => chunk.Id).ToList();

        Assert.Contains(Assert.Single(Of("vicuna"), chunk => chunk.Kind == ChunkKind.Prose).Id, edited);
    }

    private IEnumerable<Chunk> Of(string id) => ChunkSource.Chunks(_knowledge).Where(chunk => chunk.Subject?.Id == id);

    private static IEnumerable<string> Described(KnowledgeBase knowledge) => ChunkSource.Chunks(knowledge).Select(chunk => $"{chunk.Id} {chunk.Text}");
}
