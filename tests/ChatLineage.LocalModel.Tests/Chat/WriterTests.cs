using System.Text.Json;
using ChatLineage.LocalModel.Tests.Support;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Tests.Chat;

[Collection(WriterGroup.Name)]
public sealed class WriterTests(WriterHost writer)
{
    private static readonly ChatOptions Short = new() { MaxOutputTokens = 140 };

    [Fact]
    public async Task GetResponse_facts_that_answer_gives_a_cited_sentence()
    {
        var prompt = WriterHost.Prompt(
            "What is StableVicuna fine-tuned from?", "StableVicuna is fine-tuned from Vicuna (28 April 2023).",
            "Koala is fine-tuned from LLaMA.");

        var response = await writer.Host.ChatClient.GetResponseAsync(prompt, Short);

        Assert.Contains("Vicuna", response.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", response.Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.True(response.Usage!.InputTokenCount > 40);
        Assert.Equal(response.Usage.InputTokenCount + response.Usage.OutputTokenCount, response.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task GetStreamingResponse_arrives_in_pieces_that_make_the_same_text()
    {
        var prompt = WriterHost.Prompt("Who released Koala?", "Koala was released by BAIR.");
        var pieces = new List<string>();

        await foreach (var update in writer.Host.ChatClient.GetStreamingResponseAsync(prompt, Short))
        {
            pieces.Add(update.Text);
        }

        var whole = await writer.Host.ChatClient.GetResponseAsync(prompt, Short);
        Assert.True(pieces.Count(piece => piece.Length > 0) > 3);
        Assert.Equal(whole.Text, string.Concat(pieces));
    }

    [Fact]
    public async Task GetResponse_many_at_once_write_what_they_write_alone()
    {
        var prompts = Enumerable.Range(1, 4)
            .Select(i =>
                WriterHost.Prompt($"Who released Tern-{i}?", $"Tern-{i} was released by Lab {i} on {i} April 2023.",
                    $"Gull-{i} is built on Tern-{i}."))
            .ToArray();
        var alone = new List<string>();
        foreach (var prompt in prompts)
        {
            alone.Add((await writer.Host.ChatClient.GetResponseAsync(prompt, Short)).Text);
        }

        var together = await Task.WhenAll(prompts.Select(prompt => writer.Host.ChatClient.GetResponseAsync(prompt, Short)));

        Assert.Equal(alone, together.Select(response => response.Text));
    }

    [Fact]
    public async Task GetResponse_system_prompt_is_computed_once()
    {
        await writer.Host.ChatClient.GetResponseAsync(WriterHost.Prompt("Who released Koala?", "Koala was released by BAIR."), Short);

        var second =
            await writer.Host.ChatClient.GetResponseAsync(WriterHost.Prompt("What is Dolly built on?", "Dolly is built on Pythia."), Short);

        Assert.InRange(second.Usage!.CachedInputTokenCount!.Value, 14, second.Usage.InputTokenCount!.Value - 1);
    }

    [Fact]
    public async Task GetResponse_grammar_of_citations_is_obeyed()
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = 60,
        }.WithGrammar("root ::= \"I don't know.\" | [A-Z] [A-Za-z0-9 -]{3,80} \" [\" [1-2] \"].\"");

        var response = await writer.Host.ChatClient.GetResponseAsync(
            WriterHost.Prompt("Who released Koala?", "Koala was released by BAIR.", "Alpaca was released by Stanford."), options);

        Assert.Matches(@"^(I don't know\.|[A-Z][A-Za-z0-9 -]{3,80} \[[12]\]\.)$", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task GetResponse_json_schema_is_obeyed()
    {
        using var schema =
            JsonDocument.Parse(
                """{"type":"object","properties":{"by":{"type":"string","maxLength":20},"known":{"type":"boolean"}},"required":["by","known"]}""");
        var options = new ChatOptions { MaxOutputTokens = 80, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement) };

        var response =
            await writer.Host.ChatClient.GetResponseAsync(WriterHost.Prompt("Who released Koala?", "Koala was released by BAIR."), options);

        using var answer = JsonDocument.Parse(response.Text);
        Assert.InRange(answer.RootElement.GetProperty("by").GetString()!.Length, 0, 20);
        Assert.True(answer.RootElement.GetProperty("known").ValueKind is JsonValueKind.True or JsonValueKind.False);
    }
}
