using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>A question for the maintainers.</summary>
internal sealed class PassedOnRow
{
    [MaxLength(32)]
    public required string AnswerId { get; set; }

    [MaxLength(200)]
    public required string AuthorId { get; set; }

    [MaxLength(1000)]
    public string? Comment { get; set; }

    public required DateTimeOffset At { get; set; }
}
