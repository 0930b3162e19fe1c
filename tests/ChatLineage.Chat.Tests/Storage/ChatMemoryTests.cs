using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Chat;

namespace ChatLineage.Chat.Tests.Storage;

public sealed class ChatMemoryTests : ChatStoreConformance
{
    [Fact]
    public async Task ReadTurns_of_the_conversation_used_least_recently_is_empty_when_there_are_too_many()
    {
        var store = new ChatMemory(maxConversations: 2);
        ConversationKey[] conversations = [new("fake", "a"), new("fake", "b"), new("fake", "c")];

        foreach (var (conversation, number) in conversations.Select((conversation, number) => (conversation, number)))
        {
            var turn = new Turn("q", AnswerBuilder.StableLM);
            await store.AddAnswerAsync(
                new StoredAnswer(AnswerIds.Of("fake", $"{number}"), conversation, $"{number}", turn, DateTimeOffset.UnixEpoch), CancellationToken.None);
            await store.ReadTurnsAsync(conversations[0], CancellationToken.None);
        }

        Assert.Single(await store.ReadTurnsAsync(conversations[0], CancellationToken.None));
        Assert.Empty(await store.ReadTurnsAsync(conversations[1], CancellationToken.None));
        Assert.Single(await store.ReadTurnsAsync(conversations[2], CancellationToken.None));
    }

    [Fact]
    public void Create_without_room_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ChatMemory(0));

    protected override Task<IChatStore> CreateAsync() => Task.FromResult<IChatStore>(new ChatMemory());
}
