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
            "What is StableVicuna fine-tuned from?", "StableVicuna is fine-tuned from Vicuna (28 April 2023).", "Koala is fine-tuned from LLaMA.");

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
}
