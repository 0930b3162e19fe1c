using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>
/// Leaves it to the operating system when the write-ahead log reaches the disk. A crash of the program loses nothing; a power cut can lose the
/// last transactions, never the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
/// <remarks>SQLite keeps the setting for a connection, not in the file.</remarks>
internal sealed class NormalSync : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Pragma(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Pragma(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Pragma(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL";
        return command;
    }
}
