using System.Collections.Immutable;

namespace ChatLineage.Answering.Tests;

/// <summary>Questions over the notes that ship, one for each general cause of a wrong answer that was mended.</summary>
public sealed class ShippedQuestionsTests
{
    private static readonly Answerer Answerer = new(ShippedNotes.Knowledge, null, null, null, TimeProvider.System);

    [Theory]
    [InlineData("who made EnCodec", "related(encodec", "Meta AI")]
    [InlineData("who created ExLlama", "related(exllama", "turboderp")]
    [InlineData("which company put out command r+", "related(command-r-plus", "Cohere")]
    [InlineData("how many days between stablelm and stablevicuna", "compare(stablelm, stablevicuna; interval)", "9 days")]
    [InlineData("mergekit licence? || was it always that?", "licence(mergekit", "Business Source License")]
    [InlineData("f5-tts code vs weights licence", "licence(f5-tts", "MIT License")]
    [InlineData("koala <-> stablevicuna?", "path(koala, stablevicuna)", "LLaMA")]
    [InlineData("idefics v1 has whose language model in it", "related(related(idefics", "Meta AI")]
    [InlineData("what is starcoder trained on? || and its successor?", "related(starcoder, inverse successor_of", "The Stack v2")]
    [InlineData("who made starcoder2 || and the first one?", "related(starcoder,", "BigCode")]
    [InlineData("sdxl came before sd 1.5 i think", "compare(sdxl, sd-1-5; order)", "No.")]
    [InlineData("phi-2 was trained on slimpajama. where does slimpajama come from and who made that", "related(slimpajama", "Together")]
    [InlineData("boss of black forest labs and what big image model did he do before", "related(black-forest-labs, led_by", "Stable Diffusion")]
    [InlineData("what month did emad quit", "attribute(event-mostaque-resigns, date)", "22 March 2024")]
    [InlineData("why is the second Dolly named that", "open(dolly-v2", "I don't know")]
    public async Task Answer(string turns, string query, string says)
    {
        var answer = await AskAsync(turns);
        Assert.StartsWith(query, answer.Queries[0], StringComparison.Ordinal);
        Assert.Contains(says, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how much did grok 1 cost to train")]
    [InlineData("did google ever confirm the sernau memo")]
    [InlineData("why did databricks pick the name dolly")]
    [InlineData("release date of llama 7")]
    [InlineData("llama 9 release date?")]
    public async Task Answer_to_what_no_note_says_abstains(string question) => Assert.NotNull((await AskAsync(question)).Abstained);

    private static async Task<Answer> AskAsync(string turns)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var turn in turns.Split(" || "))
            history = history.Add(new Turn(turn, await Answerer.AnswerWholeAsync(new Question(turn, history), CancellationToken.None)));
        return history[^1].Answer;
    }
}
