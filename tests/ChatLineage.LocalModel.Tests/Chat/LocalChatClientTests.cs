using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Telemetry;
using ChatLineage.LocalModel.Tests.Support;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Tests.Chat;

public sealed class LocalChatClientTests : IAsyncDisposable
{
    private readonly FakeModel _model = new();
    private readonly GenerationMetrics _metrics = new();
    private readonly ChatEngine _engine;
    private readonly LocalChatClient _client;

    public LocalChatClientTests()
    {
        var scheduler = new SchedulerThread(_model, new ContextSettings(600, 64, 3, Threads: 1), new CachePlan(1, 0), 16,
            TimeProvider.System, _ => { });
        _engine = new ChatEngine(_model, new PromptRenderer(_model), scheduler, _metrics, TimeProvider.System, 600, 100);
        _client = new LocalChatClient(_ => Task.FromResult(_engine), "/models/fake.gguf");
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _client.Dispose();
        _model.Dispose();
    }

    [Fact]
    public async Task GetResponse_fills_text_usage_reason_and_model()
    {
        Writes("An answer [1].");

        var response = await _client.GetResponseAsync("question");

        Assert.Equal("An answer [1].", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("Fake", response.ModelId);
        Assert.Equal(14, response.Usage!.OutputTokenCount);
        Assert.Equal(_engine.Prompts.Render([new TemplateMessage("user", "question")]).Tokens.Length, response.Usage.InputTokenCount);
        Assert.Equal(ChatRole.Assistant, Assert.Single(response.Messages).Role);
    }

    [Fact]
    public async Task GetResponse_instructions_come_first_as_system_turn()
    {
        List<int> seen = [];
        _model.Next = tokens =>
        {
            seen = [.. tokens];
            return FakeModel.TurnEnd;
        };

        await _client.GetResponseAsync("question", new ChatOptions { Instructions = "rules" });

        Assert.Equal(_engine.Prompts.Render([new TemplateMessage("system", "rules"), new TemplateMessage("user", "question")]).Tokens,
            seen);
    }

    [Fact]
    public async Task GetResponse_limit_and_stop_of_the_options_are_obeyed()
    {
        Writes("one two three");

        var limited = await _client.GetResponseAsync("question", new ChatOptions { MaxOutputTokens = 3 });
        var stopped = await _client.GetResponseAsync("question", new ChatOptions { StopSequences = [" two"] });

        Assert.Equal(("one", ChatFinishReason.Length), (limited.Text, limited.FinishReason));
        Assert.Equal(("one", ChatFinishReason.Stop), (stopped.Text, stopped.FinishReason));
    }

    [Fact]
    public async Task GetResponse_no_limit_given_takes_the_default()
    {
        _model.Next = _ => FakeModel.Encode("x")[0];

        var response = await _client.GetResponseAsync("question");

        Assert.Equal(100, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task GetResponse_limit_is_cut_to_the_room_in_the_context()
    {
        _model.Next = _ => FakeModel.Encode("x")[0];

        var response = await _client.GetResponseAsync(new string('q', 500), new ChatOptions { MaxOutputTokens = 10_000 });

        Assert.Equal(600, response.Usage!.TotalTokenCount);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    [Fact]
    public async Task GetResponse_prompt_too_long_says_by_how_much_and_not_what_it_says()
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() => _client.GetResponseAsync(new string('q', 700)));

        Assert.Contains("600", failure.Message, StringComparison.Ordinal);
        Assert.Contains("LocalModel:ContextTokens", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("qqq", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_conversation_too_long_loses_its_oldest_turns_and_says_so()
    {
        List<int> seen = [];
        _model.Next = tokens =>
        {
            seen = [.. tokens];
            return FakeModel.TurnEnd;
        };
        var turns = new List<ChatMessage> { new(ChatRole.System, "rules") };
        for (var i = 0; i < 6; i++)
        {
            turns.Add(new ChatMessage(ChatRole.User, $"question {i} {new string('q', 60)}"));
            turns.Add(new ChatMessage(ChatRole.Assistant, $"answer {i}"));
        }

        turns.Add(new ChatMessage(ChatRole.User, "last question"));

        var response = await _client.GetResponseAsync(turns, new ChatOptions { MaxOutputTokens = 50 });

        var dropped = Assert.IsType<int>(response.Messages[^1].AdditionalProperties![LocalChatOptions.DroppedTurnsKey]);
        Assert.Equal(0, dropped % 2);
        Assert.InRange(dropped, 2, 10);
        var kept = turns.Take(1).Concat(turns.Skip(1 + dropped)).Select(turn => new TemplateMessage(turn.Role.Value, turn.Text)).ToArray();
        Assert.Equal(_engine.Prompts.Render(kept).Tokens, seen);
        Assert.InRange(seen.Count, 400, 550);
    }

    [Fact]
    public async Task GetStreamingResponse_reader_that_stops_ends_the_request()
    {
        _model.Next = _ => FakeModel.Encode("x")[0];

        await foreach (var update in _client.GetStreamingResponseAsync("question", new ChatOptions { MaxOutputTokens = 400 }))
        {
            if (update.Text.Length > 0)
            {
                break;
            }
        }

        // Two of these fit into the context only when the first one is gone.
        var next = await _client.GetResponseAsync("question", new ChatOptions { MaxOutputTokens = 400 });
        Assert.Equal(400, next.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task GetStreamingResponse_cancelled_throws_and_frees_the_slot()
    {
        using var cancellation = new CancellationTokenSource();
        _model.Next = tokens =>
        {
            if (tokens.Count > 60)
            {
                cancellation.Cancel();
            }

            return FakeModel.Encode("x")[0];
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _client.GetResponseAsync("question", new ChatOptions { MaxOutputTokens = 400 }, cancellation.Token));

        Writes("fine");
        Assert.Equal("fine", (await _client.GetResponseAsync("question")).Text);
    }

    [Theory]
    [InlineData(-0.1f, null, null)]
    [InlineData(9f, null, null)]
    [InlineData(null, 1.5f, null)]
    [InlineData(null, null, 0)]
    [InlineData(float.NaN, null, null)]
    public async Task GetResponse_option_out_of_range_throws(float? temperature, float? topP, int? topK)
    {
        var options = new ChatOptions { Temperature = temperature, TopP = topP, TopK = topK };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => _client.GetResponseAsync("question", options));
    }

    [Fact]
    public async Task GetResponse_bad_grammar_fails_that_request()
    {
        await Assert.ThrowsAsync<GenerationException>(() => _client.GetResponseAsync("question", new ChatOptions().WithGrammar("bad")));
    }

    [Fact]
    public async Task GetResponse_tools_and_images_are_refused()
    {
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "one")] };
        var image = new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")]);

        await Assert.ThrowsAsync<NotSupportedException>(() => _client.GetResponseAsync("question", tools));
        await Assert.ThrowsAsync<NotSupportedException>(() => _client.GetResponseAsync(image));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.GetResponseAsync([]));
    }

    [Fact]
    public async Task GetResponse_is_measured_by_the_conventions_for_generative_ai()
    {
        using var collector = new MetricCollector();
        Writes("answer");

        await _client.GetResponseAsync("question");
        await Assert.ThrowsAsync<GenerationException>(() => _client.GetResponseAsync("question", new ChatOptions().WithGrammar("bad")));

        Assert.Equal(6, collector.Single("gen_ai.client.token.usage", ("gen_ai.token.type", "output")));
        Assert.True(collector.Single("gen_ai.client.token.usage", ("gen_ai.token.type", "input")) > 8);
        Assert.True(collector.Single("gen_ai.server.time_to_first_token", ("gen_ai.request.model", "Fake")) >= 0);
        Assert.True(collector.Single("gen_ai.server.time_per_output_token", ("gen_ai.provider.name", "chatlineage.local")) >= 0);
        Assert.True(collector.Single("chatlineage.local_model.queue_time", ("gen_ai.operation.name", "chat")) >= 0);
        Assert.True(collector.Single("gen_ai.server.request.duration", ("error.type", typeof(GenerationException).FullName!)) >= 0);
    }

    [Fact]
    public async Task GetResponse_json_asked_for_together_with_a_grammar_is_refused()
    {
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }.WithGrammar("root ::= \"a\"");

        await Assert.ThrowsAsync<ArgumentException>(() => _client.GetResponseAsync("question", options));
    }

    [Fact]
    public void GetService_gives_metadata()
    {
        Assert.Equal("fake", _client.GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.Same(_client, _client.GetService<IChatClient>());
    }

    private void Writes(string text)
    {
        var prompt = _engine.Prompts.Render([new TemplateMessage("user", "question")]).Tokens.Length;
        _model.Next = FakeModel.Write(text, prompt);
    }
}
