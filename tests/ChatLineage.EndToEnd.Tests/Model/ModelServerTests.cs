using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ChatLineage.Testing.Http;

namespace ChatLineage.EndToEnd.Tests.Model;

/// <summary>
/// Answers worded by a server on this machine. The stub follows the documentation of llama-server: a list of models, a stream of chunks whose last
/// one has the usage, and errors as objects with a code.
/// </summary>
public sealed class ModelServerTests : IAsyncDisposable
{
    private const string Question = "Who wrote the Google memo?";
    private readonly ConcurrentQueue<StubExchange> _requests = new();
    private readonly StubServer _server;
    private int _chatStatus = 200;

    public ModelServerTests() => _server = StubServer.Start(AnswerAsync);

    [Fact]
    public async Task Ask_with_a_server_sends_facts_grammar_and_length_and_shows_what_it_writes()
    {
        var run = await RunAsync(new() { ["CHATLINEAGE_ModelServer__ApiKey"] = "secret-of-the-test" }, "ask", Question, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Contains("Sernau", answer.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("tiny", answer.RootElement.GetProperty("model").GetString());
        Assert.All(_requests, request => Assert.Equal("Bearer secret-of-the-test", request.Header("Authorization")));
        using var asked = JsonDocument.Parse(_requests.Single(request => request.Path == "/v1/chat/completions").Body);
        Assert.Equal("tiny", asked.RootElement.GetProperty("model").GetString());
        Assert.True(asked.RootElement.GetProperty("stream").GetBoolean());
        Assert.Equal(140, asked.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Contains("root ::=", asked.RootElement.GetProperty("grammar").GetString(), StringComparison.Ordinal);
        Assert.Contains("from numbered facts, and from nothing else", asked.RootElement.GetProperty("messages")[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(Question, asked.RootElement.GetProperty("messages")[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_where_the_server_fails_in_mid_answer_is_answered_from_the_notes()
    {
        _chatStatus = 500;

        var run = await RunAsync([], "ask", Question, "--json");

        Assert.Equal(0, run.ExitCode);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal("composer", answer.RootElement.GetProperty("engine").GetString());
        Assert.Contains("Sernau", answer.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Problems => new()
    {
        { "Model", "another", "has no model 'another'; it has tiny:latest, big" },
        { "Address", "http://127.0.0.1:1/v1", "cannot be reached" },
        { "Address", "elsewhere", "mostly ends with /v1" },
        { "ApiKey", "wrong", "refuses the key (401)" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Ask_where_the_server_cannot_be_used_says_why_and_answers(string key, string value, string expected)
    {
        var given = value == "elsewhere" ? new Uri(_server.Address, "elsewhere").ToString() : value;

        var run = await RunAsync(new() { ["CHATLINEAGE_ModelServer__" + key] = given }, "ask", Question);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sernau", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(sign => sign == '\n'));
    }

    [Fact]
    public async Task Ask_without_a_model_leaves_the_server_alone()
    {
        var run = await RunAsync([], "ask", Question, "--no-model");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(_requests);
    }

    [Fact]
    public async Task List_and_use_say_that_a_server_words_the_answers()
    {
        await using var home = new ModelHome();
        var environment = Settings();
        foreach (var (name, value) in home.Environment)
            environment[name] = value;

        var list = await BuiltProgram.RunAsync(["model", "list"], "", BuiltProgram.Root, environment);
        var use = await BuiltProgram.RunAsync(["model", "use", "writer-135m"], "", BuiltProgram.Root, environment);

        Assert.Contains("worded by 'tiny'", list.Output, StringComparison.Ordinal);
        Assert.Equal(1, use.ExitCode);
        Assert.Contains("'ModelServer:Model' wins", use.Errors, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Dictionary<string, string> Settings() => new()
    {
        ["CHATLINEAGE_ModelServer__Model"] = "tiny",
        ["CHATLINEAGE_ModelServer__Address"] = new Uri(_server.Address, "v1").ToString(),
    };

    private Task<ProgramRun> RunAsync(Dictionary<string, string> changes, params string[] arguments)
    {
        var environment = Settings();
        foreach (var (name, value) in changes)
            environment[name] = value;
        return BuiltProgram.RunAsync(arguments, "", BuiltProgram.Root, environment);
    }

    private async Task AnswerAsync(StubExchange exchange, CancellationToken cancellationToken)
    {
        _requests.Enqueue(exchange);
        if (exchange.Header("Authorization") == "Bearer wrong")
            await exchange.AnswerAsync(401, """{"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}""", "application/json", cancellationToken);
        else if (exchange.Path == "/v1/models")
            await exchange.AnswerAsync(200, """{"object":"list","data":[{"id":"tiny:latest","object":"model"},{"id":"big","object":"model"}]}""", "application/json", cancellationToken);
        else if (exchange.Path != "/v1/chat/completions")
            await exchange.AnswerAsync(404, """{"error":{"code":404,"message":"File Not Found","type":"not_found_error"}}""", "application/json", cancellationToken);
        else if (_chatStatus != 200)
            await exchange.AnswerAsync(_chatStatus, """{"error":{"code":500,"message":"slot is gone","type":"server_error"}}""", "application/json", cancellationToken);
        else
            await StreamAsync(exchange, cancellationToken);
    }

    // The facts, word by word, as a model that copies would.
    private static async Task StreamAsync(StubExchange exchange, CancellationToken cancellationToken)
    {
        using var request = JsonDocument.Parse(exchange.Body);
        var content = request.RootElement.GetProperty("messages")[1].GetProperty("content");
        var text = content.ValueKind == JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!;
        var facts = text.Split('\n').Where(line => line.StartsWith('[')).Select(line => line.Split(' ', 2))
            .Select(parts => $"{parts[1].TrimEnd('.')} {parts[0]}.");
        await exchange.BeginAsync(200, new Dictionary<string, string> { ["Content-Type"] = "text/event-stream" }, cancellationToken);
        await SendAsync(exchange, """{"role":"assistant","content":null}""", "null", "", cancellationToken);
        foreach (var word in string.Join(' ', facts).Split(' '))
            await SendAsync(exchange, $$"""{"content":{{JsonSerializer.Serialize(word + " ")}}}""", "null", "", cancellationToken);
        await SendAsync(exchange, "{}", "\"stop\"", ""","usage":{"completion_tokens":9,"prompt_tokens":99,"total_tokens":108}""", cancellationToken);
        await exchange.WriteAsync("data: [DONE]\n\n"u8.ToArray(), cancellationToken);
    }

    private static Task SendAsync(StubExchange exchange, string delta, string finish, string more, CancellationToken cancellationToken) => exchange.WriteAsync(
        Encoding.UTF8.GetBytes(
            $$"""data: {"choices":[{"finish_reason":{{finish}},"index":0,"delta":{{delta}}}],"created":1764100000,"id":"chatcmpl-1","model":"tiny","object":"chat.completion.chunk"{{more}}}""" + "\n\n"),
        cancellationToken);
}
