using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>What somebody thought of an answer.</summary>
internal sealed class RatingRow
{
    [MaxLength(32)]
    public required string AnswerId { get; set; }

    [MaxLength(200)]
    public required string AuthorId { get; set; }

    public required bool Useful { get; set; }

    [MaxLength(1000)]
    public string? Comment { get; set; }

    public required DateTimeOffset At { get; set; }
}
