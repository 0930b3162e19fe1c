using Microsoft.EntityFrameworkCore.Design;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>For <c>dotnet ef migrations add</c>.</summary>
internal sealed class ChatContextFactory : IDesignTimeDbContextFactory<ChatContext>
{
    public ChatContext CreateDbContext(string[] args) => new(ChatFile.Options("design.db"));
}
