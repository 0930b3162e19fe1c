using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>The SQLite file: how it is opened, and what is wrong when it cannot be.</summary>
internal static class ChatFile
{
    // A migration that was cut off leaves a lock behind that is never taken away; waiting for it would be waiting for ever.
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(2);

    /// <summary>The options of a file.</summary>
    public static DbContextOptions<ChatContext> Options(string path) => new DbContextOptionsBuilder<ChatContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .AddInterceptors(new NormalSync())
        .Options;

    /// <summary>Creates the file, or brings it up to date.</summary>
    /// <exception cref="ChatStoreException">It cannot be used.</exception>
    public static async Task PrepareAsync(PooledDbContextFactory<ChatContext> contexts, string path, CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await MigrateAsync(context, path, cancellationToken);
            // Readers need not wait for the writer.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
        catch (Exception broken) when (broken is DbException or IOException or UnauthorizedAccessException)
        {
            throw new ChatStoreException($"The database '{path}' cannot be opened: {broken.Message}. Check that its folder can be written to and that it is a SQLite file; or name another with the setting 'Chat:Database'.", broken);
        }
    }

    private static async Task MigrateAsync(ChatContext context, string path, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).Any())
            throw new ChatStoreException($"The database '{path}' was written by a newer version of this program. Use that version, or name another file with the setting 'Chat:Database'.");
        if (applied.Count == known.Count)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestMigration);
        try
        {
            await context.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChatStoreException($"The database '{path}' is locked by another program that brings it up to date, or by one that was cut off while it did. Stop the other program; if there is none, drop the table __EFMigrationsLock in the file.");
        }
    }
}
