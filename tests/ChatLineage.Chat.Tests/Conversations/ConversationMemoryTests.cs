using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Conversations;

public sealed class ConversationMemoryTests
{
    private static readonly ConversationKey Here = new("fake", "here");
    private static readonly ConversationKey There = new("fake", "there");

    [Fact]
    public async Task Read_unknown_conversation_is_empty() =>
        Assert.Empty(await new ConversationMemory().ReadAsync(Here, CancellationToken.None));

    [Fact]
    public async Task Add_in_two_conversations_keeps_them_apart()
    {
        var memory = new ConversationMemory();

        await memory.AddAsync(Here, Turn("a"), CancellationToken.None);
        await memory.AddAsync(There, Turn("b"), CancellationToken.None);
        await memory.AddAsync(Here, Turn("c"), CancellationToken.None);

        Assert.Equal(["a", "c"], await QuestionsAsync(memory, Here));
        Assert.Equal(["b"], await QuestionsAsync(memory, There));
    }

    [Fact]
    public async Task Add_more_than_the_limit_forgets_the_oldest_turns()
    {
        var memory = new ConversationMemory();

        for (var turn = 0; turn < ConversationMemory.MaxTurns + 2; turn++)
            await memory.AddAsync(Here, Turn($"q{turn}"), CancellationToken.None);

        var questions = await QuestionsAsync(memory, Here);
        Assert.Equal(ConversationMemory.MaxTurns, questions.Count);
        Assert.Equal("q2", questions[0]);
    }

    [Fact]
    public async Task Add_over_the_number_of_conversations_forgets_the_one_used_least_recently()
    {
        var memory = new ConversationMemory(maxConversations: 2);
        await memory.AddAsync(Here, Turn("a"), CancellationToken.None);
        await memory.AddAsync(There, Turn("b"), CancellationToken.None);
        await memory.ReadAsync(Here, CancellationToken.None);

        await memory.AddAsync(new ConversationKey("fake", "third"), Turn("c"), CancellationToken.None);

        Assert.NotEmpty(await QuestionsAsync(memory, Here));
        Assert.Empty(await QuestionsAsync(memory, There));
    }

    private static Turn Turn(string question) => new(question, AnswerBuilder.StableLM);

    private static async Task<List<string>> QuestionsAsync(ConversationMemory memory, ConversationKey key) =>
        [.. (await memory.ReadAsync(key, CancellationToken.None)).Select(turn => turn.Question)];
}
