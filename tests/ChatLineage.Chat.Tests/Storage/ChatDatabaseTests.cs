using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Chat.Storage.Database;
using ChatLineage.Knowledge;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Notes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatLineage.Chat.Tests.Storage;

public sealed class ChatDatabaseTests : ChatStoreConformance, IDisposable
{
    private static readonly ConversationKey Here = new("fake", "general");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatlineage-chat-");
    private int _files;

    private string NewPath => Path.Combine(_folder.FullName, "data", $"{++_files}.db");

    [Fact]
    public async Task Open_again_remembers_messages_turns_and_opinions()
    {
        var path = NewPath;
        using (var first = await OpenAsync(path))
        {
            await first.TryReceiveAsync(new IncomingMessage("1", Here, "somebody", "q", DateTimeOffset.UnixEpoch), CancellationToken.None);
            await first.AddAnswerAsync(Answer("1", AnswerBuilder.StableLM), CancellationToken.None);
            await first.RateAsync(new Rating(AnswerIds.Of("fake", "1"), "a", false, "no", DateTimeOffset.UnixEpoch), CancellationToken.None);
        }

        using var second = await OpenAsync(path);

        Assert.Equal("1", Assert.Single(await second.ReadUnsettledAsync(CancellationToken.None)).Id);
        Assert.Single(await second.ReadTurnsAsync(Here, CancellationToken.None));
        Assert.Equal("no", Assert.Single(await second.ReadGapsAsync(5, CancellationToken.None)).Comment);
    }

    [Fact]
    public async Task ReadTurns_finds_entities_and_sources_in_the_notes_as_they_are_now()
    {
        var before = LineageNotes.Knowledge;
        var entity = before.Entities[0];
        var source = before.Sources.First();
        var notes = before;
        using var store = await ChatDatabase.OpenAsync(NewPath, () => notes, CancellationToken.None);
        var answer = AnswerBuilder.StableLM with { Entities = [entity], Named = [entity], Citations = [new Citation(1, source)] };
        await store.AddAnswerAsync(Answer("1", answer), CancellationToken.None);

        var kept = (await store.ReadTurnsAsync(Here, CancellationToken.None))[0].Answer;
        notes = KnowledgeBase.Empty;
        var gone = (await store.ReadTurnsAsync(Here, CancellationToken.None))[0].Answer;

        Assert.Equal([entity], kept.Entities.AsEnumerable());
        Assert.Equal([entity], kept.Named.AsEnumerable());
        Assert.Equal([new Citation(1, source)], kept.Citations.AsEnumerable());
        Assert.Empty(gone.Entities);
        Assert.Empty(gone.Citations);
        Assert.Equal(kept.Text, gone.Text);
    }

    [Fact]
    public async Task Settle_forgets_the_text_and_the_reply_address()
    {
        var path = NewPath;
        using (var store = await OpenAsync(path))
        {
            var message = new IncomingMessage("1", Here, "somebody", "a very private question", DateTimeOffset.UnixEpoch) { ReplyAddress = "a-token" };
            await store.TryReceiveAsync(message, CancellationToken.None);
            await store.SettleAsync("fake", "1", null, CancellationToken.None);
        }

        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Messages WHERE Pending IS NULL";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Open_file_that_is_no_database_names_it_and_leaves_it_alone()
    {
        var path = NewPath;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("This is a letter. ", 100)));

        var refused = await Assert.ThrowsAsync<ChatStoreException>(() => OpenAsync(path));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Chat:Database", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("This is a letter.", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_folder_that_is_a_file_says_so()
    {
        var path = Path.Combine(_folder.FullName, "file", "chat.db");
        await File.WriteAllTextAsync(Path.GetDirectoryName(path)!, "");

        var refused = await Assert.ThrowsAsync<ChatStoreException>(() => OpenAsync(path));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_file_of_a_newer_version_says_so()
    {
        var path = NewPath;
        (await OpenAsync(path)).Dispose();
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')";
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Assert.ThrowsAsync<ChatStoreException>(() => OpenAsync(path));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrations_always_lead_to_the_tables_of_the_code()
    {
        using var context = new ChatContext(ChatFile.Options(NewPath));

        Assert.False(context.Database.HasPendingModelChanges(), "the tables changed: add a migration, docs/development.md says how");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    protected override async Task<IChatStore> CreateAsync() => await OpenAsync(NewPath);

    private static Task<ChatDatabase> OpenAsync(string path) => ChatDatabase.OpenAsync(path, () => KnowledgeBase.Empty, CancellationToken.None);

    private static StoredAnswer Answer(string messageId, Answer answer) =>
        new(AnswerIds.Of("fake", messageId), Here, messageId, new Turn("q", answer), DateTimeOffset.UnixEpoch);
}
