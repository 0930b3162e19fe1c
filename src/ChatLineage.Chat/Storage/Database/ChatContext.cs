using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>The tables. Provider-neutral, so that several replicas can share a server one day.</summary>
internal sealed class ChatContext(DbContextOptions<ChatContext> options) : DbContext(options)
{
    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<RatingRow> Ratings => Set<RatingRow>();

    public DbSet<PassedOnRow> PassedOn => Set<PassedOnRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Moments are kept as milliseconds since 1970, which every database can order and compare.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        configurationBuilder.Properties<GapKind>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MessageRow>(message =>
        {
            message.HasKey(row => new { row.Platform, row.MessageId });
            message.HasIndex(row => row.At);
            message.HasIndex(row => new { row.Platform, row.PostedId });
        });
        modelBuilder.Entity<AnswerRow>(answer =>
        {
            answer.HasKey(row => row.Sequence);
            answer.HasIndex(row => row.AnswerId).IsUnique();
            answer.HasIndex(row => new { row.Platform, row.Conversation, row.Sequence });
            answer.HasIndex(row => row.At);
        });
        modelBuilder.Entity<RatingRow>().HasKey(row => new { row.AnswerId, row.AuthorId });
        modelBuilder.Entity<PassedOnRow>().HasKey(row => new { row.AnswerId, row.AuthorId });
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
