namespace ChatLineage.EndToEnd.Tests.Knowledge;

public sealed class DraftTests : IDisposable
{
    private const string About = """{"sha": "abc123", "createdAt": "2024-05-14T08:25:10.000Z", "lastModified": "2024-06-01T00:00:00.000Z", "tags": ["base_model:quantized:mistralai/Mistral-7B-v0.1"]}""";
    private const string Card = "---\nbase_model: mistralai/Mistral-7B-v0.1\ndatasets: [ghost/sheets]\nlicense: apache-2.0\n---\n# Heron 9B\n\nA model.\n";
    private const string Token = "hf_SecretOfTheTest";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Draft_of_a_file_shows_the_note_and_what_to_look_at()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "draft", _folder.Write("card.md", Card));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("id: heron-9b\nname: Heron 9B\nkind: model\n", run.Output);
        Assert.Contains("  - licensed_under: licence-apache-2-0\n    sources: [heron-9b-card]\n", run.Output);
        Assert.Contains("# inferred: the card names the base without the relation\n#   - built_on: mistral-7b\n", run.Output);
        Assert.Contains("look at this: datasets 'ghost/sheets' has no note", run.Errors);
    }

    [Fact]
    public async Task Draft_written_from_a_file_passes_the_check()
    {
        var notes = CopyOfNotes();
        var card = _folder.Write("card.md", Card);

        var written = await BuiltProgram.RunAsync("knowledge", "draft", card, "--write", "--knowledge", notes);
        var check = await BuiltProgram.RunAsync("knowledge", "check", "--knowledge", notes);
        var again = await BuiltProgram.RunAsync("knowledge", "draft", card, "--write", "--knowledge", notes);

        Assert.Equal((0, 0, 1), (written.ExitCode, check.ExitCode, again.ExitCode));
        Assert.True(File.Exists(Path.Combine(notes, "models", "heron-9b.md")));
        Assert.Contains("exists already", again.Errors);
    }

    [Fact]
    public async Task Draft_from_the_hub_links_the_exact_version_and_keeps_its_guess_a_comment()
    {
        await using var hub = new StubHub(target => new HubAnswer(200, target.StartsWith("/api/", StringComparison.Ordinal) ? About : Card));

        var run = await DraftAsync(hub, "hf:acme/Heron-9B");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [new HubRequest("/api/models/acme/Heron-9B", "Bearer " + Token), new HubRequest("/acme/Heron-9B/raw/abc123/README.md", "Bearer " + Token)],
            hub.Requests);
        Assert.Contains($"url: {hub.Address}/acme/Heron-9B/raw/abc123/README.md\n    published: 2024-06-01\n", run.Output);
        Assert.Contains("the hub guesses 'quantized'\n#   - quantised_from: mistral-7b\n", run.Output);
        Assert.DoesNotContain("\n  - quantised_from", run.Output);
    }

    [Theory]
    [InlineData(401, "", "Set HF_TOKEN to a token that may read it")]
    [InlineData(403, "", "Set HF_TOKEN to a token that may read it")]
    [InlineData(404, "", "has no card for 'acme/Heron-9B'. Check the spelling")]
    [InlineData(429, "", "asks for a pause. Try again in some minutes")]
    [InlineData(503, "", "answered 503")]
    [InlineData(200, "<html>Sign in to the network</html>", "Check HF_ENDPOINT")]
    [InlineData(200, "[]", "Check HF_ENDPOINT")]
    [InlineData(200, "", "Check HF_ENDPOINT")]
    public async Task Draft_refused_by_the_hub_says_the_next_step(int status, string body, string message)
    {
        await using var hub = new StubHub(_ => new HubAnswer(status, body));

        AssertTold(await DraftAsync(hub, "hf:acme/Heron-9B"), message);
    }

    [Theory]
    [InlineData(true, "did not answer within 1 s")]
    [InlineData(false, "cannot be reached")]
    public async Task Draft_of_an_answer_that_stalls_or_breaks_off_says_the_next_step(bool stalls, string message)
    {
        await using var hub = new StubHub(_ => new HubAnswer(200, About) { BreaksOff = true, Stalls = stalls });

        AssertTold(await DraftAsync(hub, "hf:acme/Heron-9B"), message);
    }

    [Fact]
    public async Task Draft_redirected_to_another_host_does_not_take_the_token_there()
    {
        await using var other = new StubHub(_ => new HubAnswer(200, About));
        await using var hub = new StubHub(target => new HubAnswer(302, "") { Location = other.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + target });

        await DraftAsync(hub, "hf:acme/Heron-9B");

        Assert.NotEmpty(other.Requests);
        Assert.All(hub.Requests, request => Assert.Equal("Bearer " + Token, request.Authorization));
        Assert.All(other.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task Draft_goes_through_the_proxy()
    {
        await using var proxy = new StubHub(target => new HubAnswer(200, target.Contains("/api/", StringComparison.Ordinal) ? About : Card));

        var run = await BuiltProgram.RunAsync(
            ["knowledge", "draft", "hf:datasets/acme/Heron"], "", BuiltProgram.Root, new() { ["HF_ENDPOINT"] = "http://hub.invalid", ["HTTP_PROXY"] = proxy.Address, ["http_proxy"] = proxy.Address, ["NO_PROXY"] = "", ["no_proxy"] = "" });

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["http://hub.invalid/api/datasets/acme/Heron", "http://hub.invalid/datasets/acme/Heron/raw/abc123/README.md"], proxy.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("HF_ENDPOINT", "ftp://hub.example", "no http(s) address")]
    [InlineData("HF_HUB_DOWNLOAD_TIMEOUT", "soon", "HF_HUB_DOWNLOAD_TIMEOUT is 'soon'")]
    [InlineData("HF_HUB_DOWNLOAD_TIMEOUT", "0", "HF_HUB_DOWNLOAD_TIMEOUT is '0'")]
    public async Task Draft_with_an_unusable_setting_names_it(string name, string value, string message) =>
        AssertTold(await BuiltProgram.RunAsync(["knowledge", "draft", "hf:acme/x"], "", BuiltProgram.Root, new() { [name] = value }), message);

    [Theory]
    [InlineData("no-such-card.md", "There is no file 'no-such-card.md'")]
    [InlineData("hf:acme", "Write hf:owner/name")]
    public async Task Draft_of_what_is_no_card_says_the_next_step(string card, string message) =>
        AssertTold(await BuiltProgram.RunAsync("knowledge", "draft", card), message);

    private static Task<ProgramRun> DraftAsync(StubHub hub, string card) => BuiltProgram.RunAsync(
        ["knowledge", "draft", card], "", BuiltProgram.Root,
        new() { ["HF_ENDPOINT"] = hub.Address, ["HF_TOKEN"] = Token, ["HF_HUB_DOWNLOAD_TIMEOUT"] = "1", ["NO_PROXY"] = "127.0.0.1,localhost", ["no_proxy"] = "127.0.0.1,localhost" });

    private static void AssertTold(ProgramRun run, string message)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.DoesNotContain(Token, run.Errors + run.Output);
        Assert.Empty(run.Output);
    }

    private string CopyOfNotes() => NotesFolder.Copy(BuiltProgram.Knowledge, Path.Combine(_folder.Path, "knowledge"));
}
