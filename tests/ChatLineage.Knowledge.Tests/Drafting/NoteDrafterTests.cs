using System.Net;
using ChatLineage.Knowledge.Drafting;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Tests.Drafting;

public sealed class NoteDrafterTests
{
    private const string Api =
        """{"sha": "abc123", "createdAt": "2023-10-11T08:25:10.000Z", "lastModified": "2023-11-01T00:00:00.000Z", "tags": ["x", 7, "base_model:acme/Base-7B", "base_model:quantized:acme/Base-7B"]}""";

    private static readonly NotesBuilder Notes = NotesBuilder.Of(
            "base-7b is model", "vicuna is model", "vicuna-1-5 is model", "chats is dataset", "acme is organisation",
            "licence-apache-2-0 is licence", "licence-cc-by-nc-4 is licence", "licence-llama-2 is licence")
        .Fields("chats", "aliases: [ultra_chats]").Fields("licence-llama-2", "aliases: [Llama 2 Community License]");

    [Theory]
    [InlineData("base_model: acme/Base-7B\nbase_model_relation: finetune", "  - fine_tuned_from: base-7b\n    sources: [new-9b-card]\n")]
    [InlineData("base_model: acme/base_7b\nbase_model_relation: adapter", "  - adapter_of: base-7b\n")]
    [InlineData("base_model: [acme/Base-7B]\nbase_model_relation: quantized", "  - quantised_from: base-7b\n")]
    [InlineData("base_model: acme/Base-7B\nbase_model_relation: merge", "  - merged_from: base-7b\n")]
    [InlineData("datasets:\n- acme/ultra_chats", "  - trained_on: chats\n")]
    [InlineData("license: apache-2.0", "  - licensed_under: licence-apache-2-0\n")]
    [InlineData("license: cc-by-nc-4.0", "  - licensed_under: licence-cc-by-nc-4\n")]
    [InlineData("license: llama2", "  - licensed_under: licence-llama-2\n")]
    [InlineData("license: other\nlicense_name: Llama 2 Community License", "  - licensed_under: licence-llama-2\n")]
    public void Write_what_the_card_states_is_a_claim(string yaml, string claim)
    {
        var draft = Draft(yaml);

        Assert.Contains("\n" + claim, draft.Note);
        Assert.DoesNotContain("inferred:", draft.Note);
    }

    [Theory]
    [InlineData("base_model: acme/Base-7B", null,
        "# inferred: the card names the base without the relation\n#   - built_on: base-7b\n#     sources: [new-9b-card]\n")]
    [InlineData("base_model: acme/Base-7B", "quantized",
        "# inferred: the card names the base without the relation; the hub guesses 'quantized'\n#   - quantised_from: base-7b\n")]
    [InlineData("base_model: acme/Base-7B-Instruct-hf\nbase_model_relation: finetune", null,
        "only part of the name 'acme/Base-7B-Instruct-hf' matches base-7b\n#   - fine_tuned_from: base-7b\n")]
    [InlineData("base_model: lmsys/vicuna-13b-v1.5\nbase_model_relation: finetune", null, "#   - fine_tuned_from: vicuna-1-5\n")]
    [InlineData("base_model: ghost/spectre-1\nbase_model_relation: finetune", null, "# not linked, base_model: ghost/spectre-1\n")]
    [InlineData("datasets: [ghost/sheets]", null, "# not linked, datasets: ghost/sheets\n")]
    public void Write_what_is_inferred_is_no_claim(string yaml, string? guess, string comment)
    {
        var draft = Draft(yaml, guess);

        Assert.Contains(comment, draft.Note);
        Assert.Empty(KnowledgeFile.Parse(draft.Path, draft.Note).Note!.Claims);
        Assert.NotEmpty(draft.Remarks);
    }

    [Theory]
    [InlineData("license: apache-2.0\nbase_model: acme/Base-7B")]
    [InlineData("base_model: acme/Base-7B")]
    [InlineData("license: 'x\ty'\ndatasets: ['a: b', \"c\\nd\"]\nbase_model: {a: b}")]
    [InlineData("model-index: [{a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}}]")]
    public void Write_result_passes_the_lint_with_its_source(string yaml)
    {
        var draft = Draft(yaml);
        var report = Notes.Lint().Findings.Length;

        var files = Notes.Texts().Append((draft.Path, draft.Note))
            .Append((draft.SourcePath, $"publisher: {draft.Publisher}\nsources:\n{draft.SourceEntry}"));
        var with = ChatLineage.Knowledge.Lint.KnowledgeLint
            .Check(KnowledgeFiles.Of("knowledge", files.Select(file => KnowledgeFile.Parse(file.Item1, file.Item2))));

        Assert.Equal(0, with.Errors);
        Assert.True(with.Findings.Length <= report + 1);
    }

    [Fact]
    public void Write_uncommented_inference_is_a_claim()
    {
        var draft = Draft("base_model: acme/Base-7B");

        var note = KnowledgeFile.Parse(draft.Path, draft.Note.Replace("\n# claims:", "\nclaims:", StringComparison.Ordinal)
            .Replace("\n#   ", "\n  ", StringComparison.Ordinal)).Note!;

        Assert.Equal("base-7b", Assert.Single(note.Claims).Object.Value);
    }

    [Fact]
    public async Task Fetch_links_the_exact_version_and_marks_hub_guesses()
    {
        var hub =
            new ScriptedHub(
                url => (HttpStatusCode.OK, url.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)
                    ? Api : "---\nbase_model: acme/Base-7B\n---\n# A card\n"));
        using var http = new HttpClient(hub);

        var fetched = await new HubClient(http, new Uri("https://mirror.example/"), "secret").FetchAsync("acme/New-9B", EntityKind.Model,
            CancellationToken.None);
        var draft = NoteDrafter.Write(Notes.Link(), fetched, CardReader.Read("card", fetched.Text, EntityKind.Model));

        Assert.Equal([("https://mirror.example/api/models/acme/New-9B", "Bearer secret"),
            ("https://mirror.example/acme/New-9B/raw/abc123/README.md", "Bearer secret")], hub.Requests);
        Assert.Contains("url: https://mirror.example/acme/New-9B/raw/abc123/README.md\n    published: 2023-11-01\n", draft.SourceEntry);
        Assert.Contains("# released: 2023-10-11   # inferred", draft.Note);
        Assert.Contains("#   - quantised_from: base-7b", draft.Note);
        Assert.Contains("#   - released_by: acme", draft.Note);
        Assert.Equal(("models/new-9b.md", "Name of acme"), (draft.Path, draft.Publisher));
    }

    [Fact]
    public async Task Fetch_dataset_asks_for_datasets()
    {
        var hub =
            new ScriptedHub(
                url => (HttpStatusCode.OK, url.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) ? "{}" : "no front matter"));
        using var http = new HttpClient(hub);

        await new HubClient(http, HubClient.DefaultEndpoint, null).FetchAsync("acme/chats", EntityKind.Dataset, CancellationToken.None);

        Assert.Equal([("https://huggingface.co/api/datasets/acme/chats", null),
            ("https://huggingface.co/datasets/acme/chats/raw/main/README.md", null)], hub.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "", "has no card for 'acme/x'")]
    [InlineData(HttpStatusCode.Unauthorized, "", "Set HF_TOKEN")]
    [InlineData(HttpStatusCode.Forbidden, "", "Set HF_TOKEN")]
    [InlineData(HttpStatusCode.TooManyRequests, "", "asks for a pause")]
    [InlineData(HttpStatusCode.BadGateway, "", "answered 502")]
    [InlineData(HttpStatusCode.OK, "<html>", "Check HF_ENDPOINT")]
    [InlineData(HttpStatusCode.OK, "[1]", "Check HF_ENDPOINT")]
    public async Task Fetch_refusal_says_the_next_step(HttpStatusCode status, string body, string message)
    {
        using var http = new HttpClient(new ScriptedHub(_ => (status, body)));
        var hub = new HubClient(http, HubClient.DefaultEndpoint, "secret");

        var refused = await Assert.ThrowsAsync<CardException>(() => hub.FetchAsync("acme/x", EntityKind.Model, CancellationToken.None));

        Assert.Contains(message, refused.Message);
        Assert.DoesNotContain("secret", refused.Message);
    }

    [Fact]
    public async Task Fetch_unreachable_hub_and_endless_answer_are_told()
    {
        using var broken = new HttpClient(new ScriptedHub(_ => throw new HttpRequestException("no route")));
        using var endless = new HttpClient(new ScriptedHub(_ => (HttpStatusCode.OK, new string('x', 5 * 1024 * 1024))));

        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<CardException>(() => Fetch(broken))).Message);
        Assert.Contains("larger than 4 MB", (await Assert.ThrowsAsync<CardException>(() => Fetch(endless))).Message);

        static Task<FetchedCard> Fetch(HttpClient http) =>
            new HubClient(http, HubClient.DefaultEndpoint, null).FetchAsync("a/b", EntityKind.Model, CancellationToken.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a/b/c")]
    [InlineData("/b")]
    [InlineData("../b")]
    [InlineData("a/b?x=1")]
    public async Task Fetch_what_is_no_repository_is_refused_before_any_request(string repository)
    {
        var hub = new ScriptedHub(_ => (HttpStatusCode.OK, "{}"));
        using var http = new HttpClient(hub);

        await Assert.ThrowsAsync<CardException>(
            () => new HubClient(http, HubClient.DefaultEndpoint, null).FetchAsync(repository, EntityKind.Model, CancellationToken.None));

        Assert.Empty(hub.Requests);
    }

    [Theory]
    [InlineData("---\ntask_categories: [x]\npretty_name: My Set\n---\n", EntityKind.Dataset, "My Set")]
    [InlineData("# Just a heading\n", EntityKind.Model, "Just a heading")]
    [InlineData("---\nlicense: mit\n---\n\n# Heading\n", EntityKind.Model, "Heading")]
    public void Read_tells_kind_and_name(string text, EntityKind kind, string name)
    {
        var card = CardReader.Read("card", text, null);

        Assert.Equal((kind, name), (card.Kind, card.Name));
    }

    [Fact]
    public void Read_broken_front_matter_says_where() =>
        Assert.Contains("front matter of 'x.md' breaks off at ",
            Assert.Throws<CardException>(() => CardReader.Read("'x.md'", "---\na: b\nc: [d\n---\n", null)).Message);

    private static Draft Draft(string yaml, string? guess = null) => NoteDrafter.Write(
        Notes.Link(),
        new FetchedCard("", "https://example.org/card") { GuessedRelation = guess },
        CardReader.Read("card", $"---\n{yaml}\n---\n# New 9B\n", EntityKind.Model));
}
